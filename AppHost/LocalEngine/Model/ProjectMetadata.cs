using FlowPlatform.AppHost.LocalEngine;

// The classes that Aspire's SDK generates from project references, for the engine that has no such SDK.
namespace Aspire.Hosting
{
    internal interface IProjectMetadata
    {
        string ProjectPath { get; }
    }
}

namespace Projects
{
    internal sealed class Identity : Aspire.Hosting.IProjectMetadata
    {
        public string ProjectPath => Repository.PathOf("services/Identity/Identity.csproj");
    }

    internal sealed class Intake : Aspire.Hosting.IProjectMetadata
    {
        public string ProjectPath => Repository.PathOf("services/Intake/Intake.csproj");
    }

    internal sealed class Prioritisation : Aspire.Hosting.IProjectMetadata
    {
        public string ProjectPath => Repository.PathOf("services/Prioritisation/Prioritisation.csproj");
    }

    internal sealed class Board : Aspire.Hosting.IProjectMetadata
    {
        public string ProjectPath => Repository.PathOf("services/Board/Board.csproj");
    }

    internal sealed class ChangeApproval : Aspire.Hosting.IProjectMetadata
    {
        public string ProjectPath => Repository.PathOf("services/ChangeApproval/ChangeApproval.csproj");
    }

    internal sealed class AiAdoption : Aspire.Hosting.IProjectMetadata
    {
        public string ProjectPath => Repository.PathOf("services/AiAdoption/AiAdoption.csproj");
    }

    internal sealed class Gateway : Aspire.Hosting.IProjectMetadata
    {
        public string ProjectPath => Repository.PathOf("gateway/Gateway/Gateway.csproj");
    }
}
