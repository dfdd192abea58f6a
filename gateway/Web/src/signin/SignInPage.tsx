import { Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '../app/person';
import { texts } from '../texts';
import { SignInForm } from './SignInForm';
import classes from './SignInPage.module.css';

export function SignInPage() {
  const client = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  useEffect(() => {
    document.title = `${texts.frame.signIn} · ${texts.frame.product}`;
  }, []);
  return (
    <main className={classes.page}>
      <Stack className={classes.card ?? ''} gap="lg">
        <Stack gap={6}>
          <img src="/favicon.svg" alt="" width={40} height={40} />
          <Title order={1} size="h3" mt="xs">
            {texts.frame.signInTitle}
          </Title>
          <Text c="dimmed" size="sm">
            {texts.frame.signInLead}
          </Text>
        </Stack>
        <SignInForm
          onSignedIn={(session) => {
            client.setQueryData(sessionQuery.queryKey, session);
            router.history.push(next?.startsWith('/') && !next.startsWith('//') ? next : '/my-work');
          }}
        />
      </Stack>
    </main>
  );
}
