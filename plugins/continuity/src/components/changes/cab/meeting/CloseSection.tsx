import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CabMeetingDetails } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  useCabAgenda,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormLabel from '@material-ui/core/FormLabel';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';
import { Field, Row } from '../../../shared/fields';
import { Section } from '../../../shared/Section';
import { useTask } from '../../../shared/useTask';
import { useTitles } from '../../../shared/useTitles';
import { readRefused } from '../../../shared/readRefused';
import { RefusedNote } from '../../../shared/RefusedNote';

/** Changes that the minutes will speak of, each once. */
function useDiscussed({ meeting, decided }: CabMeetingDetails) {
  const agenda = useCabAgenda(meeting.group);
  const waiting =
    agenda.state === 'ready'
      ? agenda.value.items.map(({ change }) => change)
      : [];
  return new Map([
    ...decided.map(({ change, title }) => [change, title] as const),
    ...waiting.map(({ id, title }) => [id, title] as const),
  ]);
}

/** Who was there and what has to be kept; ends the meeting. */
export const CloseSection = (props: {
  details: CabMeetingDetails;
  onClosed: () => void;
}) => {
  const { details, onClosed } = props;
  const { meeting, members } = details;
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(cabTranslationRef);
  const titleOf = useTitles(members);
  const discussed = useDiscussed(details);
  const [present, setPresent] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [task, close] = useTask(async () => {
    await api.closeCabMeeting(meeting.id, {
      present: [...present],
      ...(note.trim() && { note: note.trim() }),
      notes: Object.entries(notes)
        .filter(([id, text]) => discussed.has(id) && text.trim() !== '')
        .map(([change, text]) => ({ change, note: text.trim() })),
    });
    onClosed();
  });
  const toggle = (ref: string) =>
    setPresent(before => {
      const after = new Set(before);
      if (!after.delete(ref)) after.add(ref);
      return after;
    });
  return (
    <Section title={t('close.title')}>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('close.means')}
      </Typography>
      <FormControl component="fieldset">
        <FormLabel component="legend">{t('close.present')}</FormLabel>
        {members.length === 0 ? (
          <Typography variant="body2">{t('close.noMembers')}</Typography>
        ) : (
          <FormGroup row>
            {members.map(ref => (
              <FormControlLabel
                key={ref}
                control={
                  <Checkbox
                    checked={present.has(ref)}
                    onChange={() => toggle(ref)}
                  />
                }
                label={titleOf(ref)}
              />
            ))}
          </FormGroup>
        )}
      </FormControl>
      <Row>
        <Field
          label={t('close.note')}
          value={note}
          onChange={setNote}
          multiline
        />
      </Row>
      {discussed.size > 0 ? (
        <Typography variant="subtitle2" component="h3" paragraph>
          {t('close.notes')}
        </Typography>
      ) : null}
      {[...discussed].map(([id, title]) => (
        <Row key={id}>
          <Field
            label={t('close.noteOn', { title })}
            value={notes[id] ?? ''}
            onChange={text => setNotes(before => ({ ...before, [id]: text }))}
          />
        </Row>
      ))}
      <Button
        variant="contained"
        color="primary"
        disabled={task.state === 'busy'}
        onClick={() => close(undefined)}
      >
        {t('close.act')}
      </Button>
      {task.state === 'busy' ? (
        <Typography variant="body2" role="status">
          {t('close.closing')}
        </Typography>
      ) : null}
      {task.state === 'failed' ? (
        <RefusedNote refused={readRefused(task.error, [])} />
      ) : null}
    </Section>
  );
};
