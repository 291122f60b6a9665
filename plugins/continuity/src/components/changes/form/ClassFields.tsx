import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityReactTranslationRef } from '@continuity/plugin-continuity-react';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Choice, Field, Row } from '../../shared/fields';
import { problemAt } from '../../shared/problems';
import { CLASSES } from '../shared/states';
import type { PartProps } from './parts';

/** The class where it is not the one of the rules, and the incident of an emergency. */
export const ClassFields = ({ form, onChange, problems }: PartProps) => {
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { t: tParts } = useTranslationRef(changeTranslationRef);
  const { t: tShared } = useTranslationRef(continuityReactTranslationRef);
  return (
    <>
      <Row>
        <Choice
          label={tParts('content.part.class')}
          value={form.class}
          error={problemAt(problems, 'content.class')}
          choices={[
            { value: '', label: tParts('content.byRules') },
            ...CLASSES.map(value => ({
              value,
              label: tShared(`releaseClass.${value}`),
            })),
          ]}
          onChange={chosen => onChange({ class: chosen })}
        />
        <Field
          label={tParts('content.part.incident')}
          help={t('field.incidentHelp')}
          value={form.incident}
          error={problemAt(problems, 'content.incident')}
          onChange={incident => onChange({ incident })}
        />
      </Row>
      {form.class || form.classReason ? (
        <Row>
          <Field
            label={tParts('content.part.classReason')}
            multiline
            help={t('field.classReasonHelp')}
            value={form.classReason}
            error={problemAt(problems, 'content.classReason')}
            onChange={classReason => onChange({ classReason })}
          />
        </Row>
      ) : null}
    </>
  );
};
