import { Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { type Session, sessionKeeper } from '../api/session';
import { sessionQuery } from '../app/person';
import { texts } from '../texts';
import { SignInForm } from './SignInForm';

/** Stands over the page when the session has ended, so that what somebody typed stays below it. */
export function ExpiredDialog() {
  const hasExpired = useSyncExternalStore(sessionKeeper.subscribe, sessionKeeper.hasExpired);
  const client = useQueryClient();
  const goOn = (session: Session) => {
    const before = client.getQueryData(sessionQuery.queryKey);
    if (before && before.personId !== session.personId) {
      // Another person must not go on with what this one began.
      window.location.assign('/my-work');
      return;
    }
    client.setQueryData(sessionQuery.queryKey, session);
    sessionKeeper.resume();
  };
  return (
    <Modal
      opened={hasExpired}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={texts.frame.expiredTitle}
      zIndex={1000}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {texts.frame.expiredLead}
        </Text>
        <SignInForm onSignedIn={goOn} />
      </Stack>
    </Modal>
  );
}
