import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ReleaseClassification } from '@continuity/plugin-continuity-common';
import { DurationText } from '@continuity/plugin-continuity-react';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Fact, Facts } from '../../shared/Facts';

/** What a release of a class is bound to. */
export const ProtocolFacts = (props: {
  protocol: ReleaseClassification['protocol'];
}) => {
  const { approvals, checks, windows, communication, reviewWithin } =
    props.protocol;
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <Facts>
      <Fact name={t('classification.approvals')}>
        {approvals.length === 0
          ? t('classification.noApprovals')
          : approvals.map(({ id, title, required }) => (
              <div key={id}>
                {t('classification.approval', {
                  title,
                  required: String(required),
                })}
              </div>
            ))}
      </Fact>
      {checks.length > 0 ? (
        <Fact name={t('classification.checks')}>{checks.join(', ')}</Fact>
      ) : null}
      <Fact name={t('classification.windows')}>
        {t(`classification.window.${windows}`)}
      </Fact>
      {communication.length > 0 ? (
        <Fact name={t('classification.communication')}>
          {communication.join('; ')}
        </Fact>
      ) : null}
      <Fact name={t('classification.review')}>
        {reviewWithin ? (
          <DurationText value={reviewWithin} />
        ) : (
          t('classification.noReview')
        )}
      </Fact>
    </Facts>
  );
};
