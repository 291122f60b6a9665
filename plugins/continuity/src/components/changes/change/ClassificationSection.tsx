import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Change } from '@continuity/plugin-continuity-common';
import Typography from '@material-ui/core/Typography';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Section } from '../../shared/Section';
import { ClassificationView } from '../shared/ClassificationView';

/** Why the change is of its class, and what it is bound to; the protocol in force counts. */
export const ClassificationSection = ({ change }: { change: Change }) => {
  const { t } = useTranslationRef(changeTranslationRef);
  const { classification, protocol } = change;
  return (
    <Section title={t('classification.title')}>
      {classification ? (
        <ClassificationView
          classification={{
            ...classification,
            protocol: protocol ?? classification.protocol,
          }}
        />
      ) : (
        <Typography variant="body2">{t('classification.none')}</Typography>
      )}
    </Section>
  );
};
