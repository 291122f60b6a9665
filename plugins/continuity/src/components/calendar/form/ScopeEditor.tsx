import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import { Field, Row } from '../../shared/fields';
import { problemAt, type DraftProblem } from '../../shared/problems';
import { ValuesField } from '../../shared/ValuesField';
import { SCOPE_LISTS, type ScopeForm, type ScopeList } from './windowForm';

const useStyles = makeStyles(
  theme => ({
    heading: { margin: theme.spacing(1, 0, 1.5) },
  }),
  { name: 'ContinuityScopeEditor' },
);

/** The values that exist, to choose from; others may be typed. */
export type ScopeProposals = Partial<Record<ScopeList, readonly string[]>>;

const Dimensions = (props: {
  lists: ScopeForm['only'];
  entities: string;
  path: string;
  proposals: ScopeProposals;
  problems: readonly DraftProblem[];
  disabled?: boolean;
  onLists: (lists: ScopeForm['only']) => void;
  onEntities: (entities: string) => void;
}) => {
  const { t } = useTranslationRef(windowFormTranslationRef);
  const { lists, path, problems } = props;
  return (
    <>
      <Row>
        {SCOPE_LISTS.map(name => (
          <ValuesField
            key={name}
            label={t(`scope.${name}`)}
            value={lists[name]}
            proposals={props.proposals[name] ?? []}
            placeholder={t('scope.add')}
            disabled={props.disabled}
            error={problemAt(problems, `${path}.${name}`)}
            onChange={value => props.onLists({ ...lists, [name]: value })}
          />
        ))}
      </Row>
      <Row>
        <Field
          label={t('scope.entities')}
          help={t('scope.entitiesHelp')}
          value={props.entities}
          disabled={props.disabled}
          error={problemAt(problems, `${path}.entities`)}
          onChange={props.onEntities}
        />
      </Row>
    </>
  );
};

/** Whom a window is for, and whom not. */
export const ScopeEditor = (props: {
  value: ScopeForm;
  onChange: (value: ScopeForm) => void;
  proposals: ScopeProposals;
  problems: readonly DraftProblem[];
  disabled?: boolean;
}) => {
  const { value, onChange, proposals, problems, disabled } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(windowFormTranslationRef);
  const hasException =
    value.exceptEntities !== '' ||
    SCOPE_LISTS.some(name => value.except[name].length > 0);
  const [excepting, setExcepting] = useState(hasException);
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {t('scope.help')}
      </Typography>
      <Typography
        variant="subtitle2"
        component="h3"
        className={classes.heading}
      >
        {t('scope.only')}
      </Typography>
      <Dimensions
        lists={value.only}
        entities={value.entities}
        path="window.scope"
        proposals={proposals}
        problems={problems}
        disabled={disabled}
        onLists={only => onChange({ ...value, only })}
        onEntities={entities => onChange({ ...value, entities })}
      />
      {excepting ? (
        <>
          <Typography
            variant="subtitle2"
            component="h3"
            className={classes.heading}
          >
            {t('scope.except')}
          </Typography>
          <Dimensions
            lists={value.except}
            entities={value.exceptEntities}
            path="window.scope.except"
            proposals={proposals}
            problems={problems}
            disabled={disabled}
            onLists={except => onChange({ ...value, except })}
            onEntities={exceptEntities =>
              onChange({ ...value, exceptEntities })
            }
          />
        </>
      ) : (
        <Button
          size="small"
          disabled={disabled}
          onClick={() => setExcepting(true)}
        >
          {t('scope.addExcept')}
        </Button>
      )}
    </>
  );
};
