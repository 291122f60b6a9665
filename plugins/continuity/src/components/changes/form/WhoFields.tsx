import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Row } from '../../shared/fields';
import { problemAt } from '../../shared/problems';
import { EntitiesField } from './EntitiesField';
import type { PartProps } from './parts';

const USERS = ['User'];

/** Who carries it out, and who wrote what is released. */
export const WhoFields = ({ form, onChange, problems }: PartProps) => {
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { t: tParts } = useTranslationRef(changeTranslationRef);
  return (
    <Row>
      <EntitiesField
        label={tParts('content.part.implementer')}
        kinds={USERS}
        most={1}
        value={form.implementer}
        error={problemAt(problems, 'content.implementer')}
        onChange={implementer => onChange({ implementer })}
      />
      <EntitiesField
        label={tParts('content.part.committers')}
        kinds={USERS}
        help={t('field.committersHelp')}
        value={form.committers}
        error={problemAt(problems, 'content.committers')}
        onChange={committers => onChange({ committers })}
      />
    </Row>
  );
};
