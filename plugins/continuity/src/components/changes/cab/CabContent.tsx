import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CabBoard } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useCabBoards,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { cabTranslationRef } from '../../../translation/cabTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import { Empty } from '../../shared/Empty';
import { Notice } from '../../shared/Notice';
import { needs } from '../../shared/permissions';
import { StatusBanner } from '../../shared/StatusBanner';
import { useTitledChoices } from '../../shared/useTitles';
import { AgendaSection } from './agenda/AgendaSection';
import { MeetingsSection } from './meeting/MeetingsSection';

const useStyles = makeStyles(
  theme => ({
    parts: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  }),
  { name: 'ContinuityCab' },
);

const Board = ({ boards }: { boards: readonly CabBoard[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(cabTranslationRef);
  const [params, setParams] = useSearchParams();
  const choices = useTitledChoices(boards.map(({ group }) => group));
  const group = params.get('group') ?? boards[0]?.group;
  if (group === undefined) {
    return <Empty title={t('noBoards')} remedy={t('noBoardsRemedy')} />;
  }
  const isMember = boards.some(
    board => board.group === group && board.isMember,
  );
  return (
    <div className={classes.parts}>
      {boards.length > 1 || boards[0]?.group !== group ? (
        <div>
          <ChoiceField
            label={t('board')}
            value={group}
            choices={choices}
            onChange={chosen =>
              setParams(chosen ? { group: chosen } : {}, { replace: true })
            }
          />
        </div>
      ) : null}
      {isMember ? null : <Notice tone="notice" title={t('notMember')} />}
      <AgendaSection key={`agenda ${group}`} group={group} />
      <MeetingsSection
        key={`meetings ${group}`}
        group={group}
        isMember={isMember}
      />
    </div>
  );
};

/** A change advisory board: what waits for it, and its meetings. */
export const CabContent = () => {
  const { t } = useTranslationRef(cabTranslationRef);
  const boards = useCabBoards();
  return (
    <>
      <StatusBanner />
      <ResourceView
        resource={boards}
        what={t('whatBoards')}
        permission={needs.change}
        lines={10}
      >
        {found => <Board boards={found} />}
      </ResourceView>
    </>
  );
};
