import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ReleaseDeclaredFacts } from '@continuity/plugin-continuity-common';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Fact, Facts } from '../../shared/Facts';

/** What only whoever changes it knows; what is left out is not known. */
export const DeclaredFacts = ({ facts }: { facts: ReleaseDeclaredFacts }) => {
  const { t } = useTranslationRef(changeTranslationRef);
  const { migration, touches, size, majorUpdates, pipeline } = facts;
  return (
    <Facts>
      {migration ? (
        <Fact name={t('content.facts.migration')}>
          {t(`content.facts.migrations.${migration}`)}
        </Fact>
      ) : null}
      {touches ? (
        <Fact name={t('content.facts.touches')}>
          {touches.length === 0
            ? t('content.facts.nothing')
            : touches.map(one => t(`content.facts.touch.${one}`)).join(', ')}
        </Fact>
      ) : null}
      {size ? (
        <Fact name={t('content.facts.size')}>
          {t('content.facts.sizeOf', {
            files: String(size.files),
            lines: String(size.lines),
          })}
        </Fact>
      ) : null}
      {majorUpdates ? (
        <Fact name={t('content.facts.majorUpdates')}>
          {majorUpdates.length === 0
            ? t('readiness.none')
            : majorUpdates.join(', ')}
        </Fact>
      ) : null}
      {pipeline ? (
        <Fact name={t('content.facts.pipeline')}>
          {t(`content.facts.pipelines.${pipeline}`)}
        </Fact>
      ) : null}
    </Facts>
  );
};
