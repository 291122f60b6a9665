import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { formatInstant, useReader } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import { useEffect, useId, useState } from 'react';
import { scaffolderTranslationRef } from '../../../translation/scaffolderTranslationRef';
import { onClock } from '../../changes/form/changeForm';
import { siblingsOf, textAt } from '../siblings';
import { MomentStatus } from './MomentStatus';
import { readLocal } from './readLocal';
import { useMoment } from './useMoment';

export const freezeAwareDateTimeSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      entityField: z
        .string()
        .optional()
        .describe('Field of the service. Absent: entity'),
      environmentField: z
        .string()
        .optional()
        .describe('Field of the environment. Absent: environment'),
      timeZone: z
        .string()
        .optional()
        .describe('IANA zone of the clock. Absent: that of the reader'),
      releaseClass: z
        .enum(['standard', 'major', 'emergency'])
        .optional()
        .describe(
          'Of what is to be released. Absent: major, for which more windows count',
        ),
      duration: z
        .string()
        .optional()
        .describe('For how long it has to be open, ISO 8601. Absent: PT1H'),
    }),
});

/** A date and time that says whether it is frozen, and when it is open instead. */
export const FreezeAwareDateTime = (
  props: typeof freezeAwareDateTimeSchema.TProps,
) => {
  const { onChange, formData, schema, rawErrors = [], disabled } = props;
  const {
    entityField = 'entity',
    environmentField = 'environment',
    releaseClass = 'major',
    duration = 'PT1H',
    timeZone: ownZone,
  } = props.uiSchema['ui:options'] ?? {};
  const id = useId();
  const { t } = useTranslationRef(scaffolderTranslationRef);
  const reader = useReader();
  const timeZone = ownZone ?? reader.timeZone;
  const clock = { ...reader, timeZone };
  const siblings = siblingsOf(props.formContext);
  const entity = textAt(siblings, entityField);
  const environment = textAt(siblings, environmentField);
  const at = formData ?? '';
  const [typed, setTyped] = useState(at && onClock(at, timeZone));
  // Somebody else may set it, e.g. an address with values for the form.
  useEffect(() => {
    if (!at) return;
    setTyped(shown =>
      momentsOf(shown, timeZone).some(moment => isSame(moment, at))
        ? shown
        : onClock(at, timeZone),
    );
  }, [at, timeZone]);
  const local = readLocal(typed, timeZone);
  const isOver = at !== '' && Date.parse(at) < Date.now();
  const answer = useMoment(
    at && entity && environment && !isOver
      ? { entity, environment, at, class: releaseClass, duration }
      : undefined,
  );
  const words = (moment: string) =>
    formatInstant(moment, { ...clock, zoneName: true });
  const type = (text: string) => {
    setTyped(text);
    onChange(momentsOf(text, timeZone).at(0));
  };
  return (
    <div>
      <TextField
        id={id}
        label={schema.title ?? props.name}
        type="datetime-local"
        value={typed}
        onChange={event => type(event.target.value)}
        required={props.required}
        disabled={disabled}
        error={rawErrors.length > 0}
        helperText={[
          ...rawErrors,
          schema.description,
          t('moment.zone', { zone: timeZone }),
        ]
          .filter(text => text)
          .join(' ')}
        fullWidth
        variant="outlined"
        InputLabelProps={{ shrink: true }}
        inputProps={{ 'aria-describedby': `${id}-helper-text ${id}-status` }}
      />
      {local?.kind === 'twice' ? (
        <div role="group" aria-label={t('moment.twice')}>
          <FormHelperText>{t('moment.twice')}</FormHelperText>
          {([local.first, local.second] as const).map((moment, index) => (
            <Button
              key={moment}
              size="small"
              variant={isSame(moment, at) ? 'contained' : 'outlined'}
              aria-pressed={isSame(moment, at)}
              onClick={() => onChange(moment)}
            >
              {t(index === 0 ? 'moment.first' : 'moment.second', {
                at: words(moment),
              })}
            </Button>
          ))}
        </div>
      ) : null}
      <div id={`${id}-status`} role="status">
        {at && local?.kind === 'skipped' ? (
          <FormHelperText>
            {t('moment.skipped', { at: words(local.at) })}
          </FormHelperText>
        ) : null}
        {isOver ? <FormHelperText>{t('moment.past')}</FormHelperText> : null}
        {at && !isOver && !(entity && environment) ? (
          <FormHelperText>{t('moment.needs')}</FormHelperText>
        ) : null}
        {at && !isOver && entity && environment ? (
          <MomentStatus
            answer={answer}
            reader={clock}
            onTake={start => onChange(inZone(start, timeZone))}
          />
        ) : null}
      </div>
    </div>
  );
};

/** Every moment at which the clock shows that, or skips it. */
function momentsOf(text: string, timeZone: string): string[] {
  const read = readLocal(text, timeZone);
  if (!read) return [];
  return 'at' in read ? [read.at] : [read.first, read.second];
}

function inZone(at: string, timeZone: string): string {
  const read = readLocal(onClock(at, timeZone), timeZone);
  // On a clock that shows it twice, the instant itself says which is meant.
  return read?.kind === 'once' ? read.at : at;
}

function isSame(a: string, b: string): boolean {
  return Date.parse(a) === Date.parse(b);
}
