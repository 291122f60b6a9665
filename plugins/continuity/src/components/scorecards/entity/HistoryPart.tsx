import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { EntityScorecard } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import CollapseIcon from '@material-ui/icons/ExpandLess';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import { useId, useState } from 'react';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { HistoryList } from './HistoryList';

/** What changed on a scorecard of an entity; it is asked for when somebody looks. */
export const HistoryPart = (props: {
  entityRef: string;
  judged: Pick<EntityScorecard, 'scorecard' | 'checks'>;
}) => {
  const { title } = props.judged.scorecard;
  const history = useId();
  const { t } = useTranslationRef(scorecardTranslationRef);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        aria-label={t('history.of', { title })}
        aria-expanded={open}
        aria-controls={open ? history : undefined}
        startIcon={open ? <CollapseIcon /> : <ExpandIcon />}
        onClick={() => setOpen(before => !before)}
      >
        {t('history.show')}
      </Button>
      {open ? (
        <div id={history}>
          <HistoryList {...props} />
        </div>
      ) : null}
    </>
  );
};
