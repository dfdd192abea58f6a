import { texts } from '../../texts';
import { WordsDialog } from '../parts/WordsDialog';
import type { Request } from '../types';
import { AcceptDialog } from './AcceptDialog';
import { LinkDialog } from './LinkDialog';
import type { Triage } from './useTriage';

const t = texts.triage;

export type OpenDialog = 'accept' | 'decline' | 'ask' | 'link' | null;

interface TriageDialogsProps {
  request: Request;
  triage: Triage;
  open: OpenDialog;
  onClose: () => void;
}

/** The decisions about one request, each in a dialog that keeps what was typed until it is done. */
export function TriageDialogs({ request, triage, open, onClose }: TriageDialogsProps) {
  return (
    <>
      <AcceptDialog request={request} triage={triage} isOpen={open === 'accept'} onClose={onClose} />
      <LinkDialog request={request} triage={triage} isOpen={open === 'link'} onClose={onClose} />
      <WordsDialog
        name={`decline:${request.id}`}
        title={t.declineTitle(request.key)}
        lead={t.declineLead}
        label={texts.common.reason}
        button={t.decline}
        isDanger
        isOpen={open === 'decline'}
        onClose={onClose}
        onSend={(reason) => triage.decline(request, reason)}
      />
      <WordsDialog
        name={`ask:${request.id}`}
        title={t.askTitle(request.key)}
        lead={t.askLead}
        label={t.question}
        button={t.ask}
        isOpen={open === 'ask'}
        onClose={onClose}
        onSend={(text) => triage.ask(request, text)}
      />
    </>
  );
}
