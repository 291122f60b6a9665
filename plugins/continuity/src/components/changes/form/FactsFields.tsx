import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Choice, Field, Row } from '../../shared/fields';
import { problemAt } from '../../shared/problems';
import { MIGRATIONS, PIPELINES, TOUCHES, type FactsForm } from './factsForm';
import type { PartProps } from './parts';

const useStyles = makeStyles(
  theme => ({ means: { marginBottom: theme.spacing(2) } }),
  { name: 'ContinuityFactsFields' },
);

/** What only whoever changes it knows. Not said is a choice of its own. */
export const FactsFields = ({ form, onChange, problems }: PartProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { t: tParts } = useTranslationRef(changeTranslationRef);
  const { facts } = form;
  const change = (part: Partial<FactsForm>) =>
    onChange({ facts: { ...facts, ...part } });
  const wrong = (part: string) => problemAt(problems, `content.facts.${part}`);
  const notSaid = { value: '', label: t('field.notSaid') } as const;
  const touchWords = {
    nothing: tParts('content.facts.nothing'),
    configuration: tParts('content.facts.touch.configuration'),
    infrastructure: tParts('content.facts.touch.infrastructure'),
    both: t('field.both'),
  } satisfies Record<(typeof TOUCHES)[number], string>;
  return (
    <>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.means}
      >
        {t('factsMeans')}
      </Typography>
      <Row>
        <Choice
          label={tParts('content.facts.migration')}
          value={facts.migration}
          error={wrong('migration')}
          choices={[
            notSaid,
            ...MIGRATIONS.map(value => ({
              value,
              label: tParts(`content.facts.migrations.${value}`),
            })),
          ]}
          onChange={migration => change({ migration })}
        />
        <Choice
          label={tParts('content.facts.touches')}
          value={facts.touches}
          error={wrong('touches')}
          choices={[
            notSaid,
            ...TOUCHES.map(value => ({ value, label: touchWords[value] })),
          ]}
          onChange={touches => change({ touches })}
        />
        <Choice
          label={tParts('content.facts.pipeline')}
          value={facts.pipeline}
          error={wrong('pipeline')}
          choices={[
            notSaid,
            ...PIPELINES.map(value => ({
              value,
              label: tParts(`content.facts.pipelines.${value}`),
            })),
          ]}
          onChange={pipeline => change({ pipeline })}
        />
      </Row>
      <Row>
        <Field
          label={t('field.files')}
          type="number"
          value={facts.files}
          error={wrong('size.files')}
          onChange={files => change({ files })}
        />
        <Field
          label={t('field.lines')}
          type="number"
          value={facts.lines}
          error={wrong('size.lines')}
          onChange={lines => change({ lines })}
        />
        <Field
          label={tParts('content.facts.majorUpdates')}
          multiline
          help={t('field.majorUpdatesHelp')}
          value={facts.majorUpdates}
          error={wrong('majorUpdates')}
          onChange={majorUpdates => change({ majorUpdates })}
        />
      </Row>
    </>
  );
};
