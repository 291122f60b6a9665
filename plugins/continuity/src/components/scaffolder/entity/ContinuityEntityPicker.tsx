import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import type { FleetItem } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  formatDuration,
  useReader,
  useResource,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useEffect, useId, useState } from 'react';
import { scaffolderTranslationRef } from '../../../translation/scaffolderTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { ChosenService } from './ChosenService';

/** Typing stops for that long before the backend is asked. */
const PAUSE_MS = 250;
const SHOWN = 20;

export const continuityEntityPickerSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      kinds: z
        .array(z.string())
        .optional()
        .describe('Absent: every kind that may declare continuity'),
    }),
});

/** A service of the fleet, found by a part of its name, with its tier and objectives. */
export const ContinuityEntityPicker = (
  props: typeof continuityEntityPickerSchema.TProps,
) => {
  const { onChange, formData = '', schema, rawErrors = [] } = props;
  const kinds = props.uiSchema['ui:options']?.kinds?.map(kind =>
    kind.toLocaleLowerCase('en-US'),
  );
  const id = useId();
  const api = useApi(continuityApiRef);
  const { locale } = useReader();
  const { t } = useTranslationRef(scaffolderTranslationRef);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const fleet = useResource(
    signal =>
      api.getFleet(
        { limit: SHOWN, sort: 'name', ...(asked && { text: asked }) },
        { signal },
      ),
    asked,
    { keepPrevious: true },
  );
  const items = fleet.state === 'ready' ? fleet.value.items : [];
  const options = items
    .filter(({ kind }) => !kinds || kinds.includes(kind.toLowerCase()))
    .map(({ entityRef }) => entityRef);
  const titleOf = (ref: string) =>
    items.find(item => item.entityRef === ref)?.title ?? shortRef(ref);
  const describe = ({ tier, rto, ...item }: FleetItem) =>
    t('entity.option', {
      title: item.title ?? item.name,
      tier: tier?.title ?? t('entity.unclassified'),
      rto: rto
        ? t('entity.rto', { rto: formatDuration(rto, locale) })
        : t('entity.noRto'),
    });
  return (
    <div>
      <Autocomplete<string>
        id={id}
        value={formData === '' ? null : formData}
        options={options}
        // The backend has filtered already.
        filterOptions={found => found}
        getOptionSelected={(option, value) => option === value}
        getOptionLabel={titleOf}
        renderOption={ref => {
          const item = items.find(one => one.entityRef === ref);
          return item ? describe(item) : shortRef(ref);
        }}
        loading={fleet.state === 'loading'}
        disabled={props.disabled}
        onInputChange={(_, text, reason) => {
          if (reason !== 'reset') setTyped(text);
        }}
        onChange={(_, chosen) => {
          setTyped('');
          onChange(chosen ?? undefined);
        }}
        noOptionsText={t(
          fleet.state === 'failed' ? 'entity.failed' : 'entity.none',
        )}
        loadingText={t('entity.loading')}
        renderInput={params => (
          <TextField
            {...params}
            label={schema.title ?? props.name}
            required={props.required}
            error={rawErrors.length > 0}
            helperText={[...rawErrors, schema.description ?? t('entity.help')]
              .filter(text => text)
              .join(' ')}
            variant="outlined"
            InputLabelProps={{ shrink: true }}
          />
        )}
      />
      <div role="status">
        {fleet.state === 'failed' ? (
          <FormHelperText error component="div">
            {t('entity.failed')}{' '}
            <Button size="small" variant="outlined" onClick={fleet.retry}>
              {t('entity.retry')}
            </Button>
          </FormHelperText>
        ) : null}
        {formData === '' ? null : <ChosenService entityRef={formData} />}
      </div>
    </div>
  );
};
