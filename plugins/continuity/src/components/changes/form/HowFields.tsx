import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Field, Row } from '../../shared/fields';
import { problemAt } from '../../shared/problems';
import type { TestForm } from './changeForm';
import type { PartProps } from './parts';

const Tests = ({ form, onChange, problems }: PartProps) => {
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { tests } = form;
  const change = (index: number, part: Partial<TestForm>) =>
    onChange({
      tests: tests.map((test, at) =>
        at === index ? { ...test, ...part } : test,
      ),
    });
  return (
    <>
      {tests.map(({ summary, link }, index) => {
        const number = String(index + 1);
        return (
          // They have no name of their own; their place is what they are known by.
          // eslint-disable-next-line react/no-array-index-key
          <Row key={index}>
            <Field
              label={t('field.test', { number })}
              value={summary}
              error={problemAt(problems, `content.tests.${index}.summary`)}
              onChange={value => change(index, { summary: value })}
            />
            <Field
              label={t('field.testLink', { number })}
              type="url"
              value={link}
              error={problemAt(problems, `content.tests.${index}.link`)}
              onChange={value => change(index, { link: value })}
            />
            <div>
              <Button
                size="small"
                onClick={() =>
                  onChange({ tests: tests.filter((_, at) => at !== index) })
                }
              >
                {t('field.removeTest', { number })}
              </Button>
            </div>
          </Row>
        );
      })}
      <Button
        size="small"
        variant="outlined"
        onClick={() =>
          onChange({ tests: [...tests, { summary: '', link: '' }] })
        }
      >
        {t('field.addTest')}
      </Button>
    </>
  );
};

/** What is done, how it was tried before, and who is told. */
export const HowFields = (props: PartProps) => {
  const { form, onChange, problems } = props;
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { t: tParts } = useTranslationRef(changeTranslationRef);
  return (
    <>
      <Row>
        <Field
          label={tParts('content.part.plan')}
          multiline
          help={t('field.planHelp')}
          value={form.plan}
          error={problemAt(problems, 'content.plan')}
          onChange={plan => onChange({ plan })}
        />
      </Row>
      <Row>
        <Field
          label={tParts('content.part.communication')}
          multiline
          help={t('field.communicationHelp')}
          value={form.communication}
          error={problemAt(problems, 'content.communication')}
          onChange={communication => onChange({ communication })}
        />
      </Row>
      <Tests {...props} />
    </>
  );
};
