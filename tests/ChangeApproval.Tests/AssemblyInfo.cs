// Each class has a service, a database and a virtual host of its own; two at a time leave room for the servers.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
