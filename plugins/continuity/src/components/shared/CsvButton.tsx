import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { continuityTranslationRef } from '../../translation/continuityTranslationRef';
import { downloadText } from './downloadText';

/** Saves a whole table as a file, however much of it is shown. */
export const CsvButton = (props: {
  /** Of the file, e.g. `impact.csv`. */
  name: string;
  load: () => Promise<string>;
}) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const save = async () => {
    setState('busy');
    try {
      downloadText(props.name, 'text/csv', await props.load());
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Button size="small" disabled={state === 'busy'} onClick={save}>
        {t('csv.save')}
      </Button>
      {state === 'failed' ? <span role="alert">{t('csv.failed')}</span> : null}
    </>
  );
};
