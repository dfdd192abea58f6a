import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconExternalLink, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../../texts';
import { FormDialog } from '../../ui/FormDialog';
import { attachLink, removeLink } from '../actions/noteActs';
import { useBoardScope } from '../BoardContext';
import type { CardDetail } from '../types';
import classes from './CardPanel.module.css';
import { Section } from './Section';

const t = texts.card;
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/** Attachments by link: what they lead to stays where it is. */
export function Links({ detail, mayWrite }: { detail: CardDetail; mayWrite: boolean }) {
  const { actions } = useBoardScope();
  const { attachments } = detail.notes;
  const [isOpen, dialog] = useDisclosure(false);
  if (attachments.length === 0 && !mayWrite) {
    return null;
  }
  return (
    <Section title={t.links}>
      <ul className={classes.list}>
        {attachments.map((link) => {
          const title = link.title ?? link.url;
          return (
            <li key={link.id} className={classes.item}>
              <IconExternalLink size={15} aria-hidden />
              <span className={classes.text}>
                <a className={classes.link} href={link.url} target="_blank" rel="noreferrer noopener">
                  {title}
                </a>{' '}
                {link.title && <span className={classes.where}>{hostOf(link.url)}</span>}
              </span>
              {mayWrite && (
                <ActionIcon
                  className={classes.quiet ?? ''}
                  aria-label={t.removeLink(title)}
                  onClick={() => void actions.tell(removeLink(detail.card.id, link.id), t.links)}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
      {mayWrite && (
        <Button size="xs" mt={4} variant="default" leftSection={<IconPlus size={14} />} onClick={dialog.open}>
          {t.addLink}
        </Button>
      )}
      <LinkDialog cardId={detail.card.id} isOpen={isOpen} onClose={dialog.close} />
    </Section>
  );
}

function LinkDialog({ cardId, isOpen, onClose }: { cardId: string; isOpen: boolean; onClose: () => void }) {
  const { actions } = useBoardScope();
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  return (
    <FormDialog
      title={t.addLink}
      button={t.addLink}
      isOpen={isOpen}
      onClose={onClose}
      fields={['url', 'title']}
      onSend={async () => {
        await actions.after(attachLink(cardId, url.trim(), title));
        setUrl('');
        setTitle('');
      }}
    >
      {(errorOf) => (
        <>
          <TextInput
            label={t.link}
            placeholder={t.linkHint}
            required
            data-autofocus
            value={url}
            error={errorOf('url')}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <TextInput
            label={t.linkTitle}
            value={title}
            error={errorOf('title')}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
