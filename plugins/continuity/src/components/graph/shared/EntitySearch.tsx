import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useResource } from '@continuity/plugin-continuity-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useEffect, useId, useState } from 'react';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { shortRef } from '../../shared/ChoiceField';

/** Kinds that stand in the graph. */
const KINDS = ['Component', 'API', 'Resource', 'System', 'BusinessFunction'];
/** Typing stops for that long before the catalog is asked. */
const PAUSE_MS = 250;
const SHOWN = 20;

/** Finds an entity by a part of its name or title, and hands its ref over. */
export const EntitySearch = (props: {
  label: string;
  kinds?: string[];
  onChoose: (entityRef: string) => void;
}) => {
  const id = useId();
  const catalog = useApi(catalogApiRef);
  const { t } = useTranslationRef(graphTranslationRef);
  const kinds = props.kinds ?? KINDS;
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
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        limit: SHOWN,
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        ...(asked && {
          fullTextFilter: {
            term: asked,
            fields: ['metadata.name', 'metadata.title'],
          },
        }),
      });
      return items.map(entity => stringifyEntityRef(entity));
    },
    JSON.stringify([asked, kinds]),
    { keepPrevious: true },
  );
  return (
    <Autocomplete<string>
      id={id}
      options={found.state === 'ready' ? found.value : []}
      loading={found.state === 'loading'}
      // The catalog has filtered already.
      filterOptions={options => options}
      getOptionLabel={ref => shortRef(ref)}
      renderOption={ref => `${shortRef(ref)} (${ref.split(':')[0]})`}
      inputValue={typed}
      onInputChange={(_, value, reason) => {
        if (reason !== 'reset') setTyped(value);
      }}
      value={null}
      onChange={(_, ref) => {
        if (ref) props.onChoose(ref);
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
          InputLabelProps={{ shrink: true }}
        />
      )}
    />
  );
};
