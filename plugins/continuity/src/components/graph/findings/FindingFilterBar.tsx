import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphFindingsPage } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { findingsTranslationRef } from '../../../translation/findingsTranslationRef';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import { useTitledChoices, useTitles } from '../../shared/useTitles';
import { SearchField } from '../../shared/SearchField';
import {
  EXEMPTED,
  KINDS,
  SEVERITIES,
  VIEWS,
  type FindingQuestion,
} from './findingsAddress';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5, 2),
      marginBottom: theme.spacing(2),
    },
    chosen: {
      fontWeight: 'bold',
      textDecoration: 'underline',
      textUnderlineOffset: '3px',
      backgroundColor: theme.palette.action.selected,
    },
  }),
  { name: 'ContinuityFindingFilters' },
);

/** What the findings are narrowed to, with how many there are of each severity. */
export const FindingFilterBar = (props: {
  question: FindingQuestion;
  /** Absent: nothing is known yet. */
  facets?: Pick<GraphFindingsPage, 'severities' | 'filters'>;
  set: (part: Partial<FindingQuestion>) => void;
}) => {
  const { question, facets, set } = props;
  const { view = 'groups' } = question;
  const classes = useStyles();
  const { t } = useTranslationRef(findingsTranslationRef);
  const { t: tGraph } = useTranslationRef(graphTranslationRef);
  const any = t('filter.any');
  const owners = useTitledChoices(facets?.filters.owners ?? []);
  const titleOf = useTitles(question.entity ? [question.entity] : []);
  const counted = (severity: (typeof SEVERITIES)[number]) => {
    const name = tGraph(`severity.${severity}`);
    const found = facets?.severities.find(one => one.severity === severity);
    return found
      ? t('filter.counted', { name, total: String(found.total) })
      : name;
  };
  return (
    <div
      className={classes.filters}
      role="search"
      aria-label={t('filter.label')}
    >
      <ButtonGroup size="small" aria-label={t('view.label')}>
        {VIEWS.map(value => (
          <Button
            key={value}
            aria-pressed={view === value}
            className={view === value ? classes.chosen : undefined}
            onClick={() => set({ view: value })}
          >
            {t(`view.${value}`)}
          </Button>
        ))}
      </ButtonGroup>
      {question.entity ? (
        <Chip
          label={t('filter.entity', { entity: titleOf(question.entity) })}
          onDelete={() => set({ entity: undefined })}
        />
      ) : null}
      <SearchField
        label={t('filter.text')}
        value={question.text ?? ''}
        onChange={text => set({ text: text || undefined })}
      />
      <ChoiceField
        label={t('filter.severity')}
        any={any}
        value={question.severity}
        choices={SEVERITIES.map(value => ({ value, label: counted(value) }))}
        onChange={chosen =>
          set({ severity: SEVERITIES.find(value => value === chosen) })
        }
      />
      <ChoiceField
        label={t('filter.kind')}
        any={any}
        value={question.kind}
        choices={KINDS.map(value => ({ value, label: t(`kind.${value}`) }))}
        onChange={chosen =>
          set({ kind: KINDS.find(value => value === chosen) })
        }
      />
      <ChoiceField
        label={t('filter.owner')}
        any={any}
        value={question.owner}
        choices={owners}
        onChange={owner => set({ owner })}
      />
      <ChoiceField
        label={t('filter.exempted')}
        any={any}
        value={question.exempted}
        choices={EXEMPTED.map(value => ({
          value,
          label: t(`filter.exemptions.${value}`),
        }))}
        onChange={chosen =>
          set({ exempted: EXEMPTED.find(value => value === chosen) })
        }
      />
    </div>
  );
};
