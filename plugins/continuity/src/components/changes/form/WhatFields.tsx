import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Field, Row } from '../../shared/fields';
import { problemAt } from '../../shared/problems';
import type { PartProps } from './parts';

/** What is changed and why, in words. */
export const WhatFields = ({ form, onChange, problems }: PartProps) => {
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <>
      <Row>
        <Field
          label={t('content.part.title')}
          required
          value={form.title}
          error={problemAt(problems, 'content.title')}
          onChange={title => onChange({ title })}
        />
      </Row>
      <Row>
        <Field
          label={t('content.part.description')}
          multiline
          value={form.description}
          error={problemAt(problems, 'content.description')}
          onChange={description => onChange({ description })}
        />
      </Row>
    </>
  );
};
