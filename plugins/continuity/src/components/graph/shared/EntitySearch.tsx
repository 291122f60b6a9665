import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useResource } from '@continuity/plugin-continuity-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useEffect, useId, useState } from 'react';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { useKindWord } from './useKindWord';

/** Kinds that stand in the graph. */
const KINDS = ['Component', 'API', 'Resource', 'System', 'BusinessFunction'];
/** Typing stops for that long before the catalog is asked. */
const PAUSE_MS = 250;
const SHOWN = 20;

interface Found {
  ref: string;
  kind: string;
  title: string;
}

/** People and groups are called by their profile. */
function titleOf({ metadata, spec }: Entity): string | undefined {
  const profile: unknown = spec?.profile;
  const name =
    typeof profile === 'object' && profile !== null && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return metadata.title ?? (typeof name === 'string' ? name : undefined);
}

/** Finds an entity by a part of its name or title, and hands its ref over. */
export const EntitySearch = (props: {
  label: string;
  kinds?: string[];
  /** Without one what it stands in is not complete. */
  required?: boolean;
  onChoose: (entityRef: string) => void;
}) => {
  const id = useId();
  const catalog = useApi(catalogApiRef);
  const { t } = useTranslationRef(graphTranslationRef);
  const kinds = props.kinds ?? KINDS;
  const kindWord = useKindWord();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useResource(
    async () => {
      const { items } = await catalog.queryEntities({
        filter: { kind: kinds },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile.displayName',
        ],
        limit: SHOWN,
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        ...(asked && {
          fullTextFilter: {
            term: asked,
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.profile.displayName',
            ],
          },
        }),
      });
      return items.map((entity): Found => {
        const ref = stringifyEntityRef(entity);
        return {
          ref,
          kind: entity.kind,
          title: titleOf(entity) ?? shortRef(ref),
        };
      });
    },
    JSON.stringify([asked, kinds]),
    { keepPrevious: true },
  );
  return (
    <Autocomplete<Found>
      id={id}
      options={found.state === 'ready' ? found.value : []}
      loading={found.state === 'loading'}
      // The catalog has filtered already.
      filterOptions={options => options}
      getOptionLabel={({ title }) => title}
      renderOption={({ title, kind }) =>
        `${title} (${kindWord({ kind: kind.toLowerCase() })})`
      }
      inputValue={typed}
      onInputChange={(_, value, reason) => {
        if (reason !== 'reset') setTyped(value);
      }}
      value={null}
      onChange={(_, chosen) => {
        if (chosen) props.onChoose(chosen.ref);
        setTyped('');
      }}
      blurOnSelect
      clearOnBlur={false}
      noOptionsText={t(
        found.state === 'failed' ? 'search.failed' : 'search.none',
      )}
      loadingText={t('search.loading')}
      renderInput={params => (
        <TextField
          {...params}
          label={props.label}
          size="small"
          variant="outlined"
          InputLabelProps={{ shrink: true, required: props.required }}
          inputProps={{
            ...params.inputProps,
            // Not `required`: what was chosen does not stand in it any more.
            'aria-required': props.required,
          }}
        />
      )}
    />
  );
};
