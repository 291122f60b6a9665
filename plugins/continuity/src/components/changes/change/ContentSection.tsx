import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Change } from '@continuity/plugin-continuity-common';
import { Age } from '@continuity/plugin-continuity-react';
import type { ReactNode } from 'react';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { EntityLink } from '../../shared/EntityLink';
import { Notice } from '../../shared/Notice';
import { Section } from '../../shared/Section';
import { ClassMark } from '../shared/ClassMark';
import { Digest } from '../shared/Digest';
import { EntityNames } from '../shared/EntityNames';
import { Fact, Facts, Prose } from '../../shared/Facts';
import { PlannedTime } from '../shared/PlannedTime';
import { useActorName } from '../../shared/useActorName';
import { DeclaredFacts } from './DeclaredFacts';
import { RollbackPlan } from './RollbackPlan';

const Problems = ({ problems }: Pick<Change, 'problems'>) => {
  const { t } = useTranslationRef(changeTranslationRef);
  if (problems.length === 0) return null;
  return (
    <Notice
      tone="notice"
      title={t('content.missing', { count: problems.length })}
    >
      <ul>
        {problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <code>{path}</code>: {message}
          </li>
        ))}
      </ul>
      {t('content.missingRemedy')}
    </Notice>
  );
};

const Review = ({ review }: { review: NonNullable<Change['review']> }) => {
  const nameOf = useActorName();
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <Fact name={t('content.review')}>
      <Prose>{review.summary}</Prose>
      <Prose>{review.followUp}</Prose>
      {t('content.reviewBy', { who: nameOf(review.by) })},{' '}
      <Age at={review.at} />
    </Fact>
  );
};

/** Everything that the change says of itself; what it does not say it says so. */
export const ContentSection = ({ change }: { change: Change }) => {
  const { t } = useTranslationRef(changeTranslationRef);
  const { content, review } = change;
  const said = (value: ReactNode) => value ?? t('content.notSaid');
  const prose = (text?: string) => said(text && <Prose>{text}</Prose>);
  return (
    <Section title={t('content.title')}>
      <Problems problems={change.problems} />
      <Facts>
        <Fact name={t('content.part.description')}>
          {prose(content.description)}
        </Fact>
        <Fact name={t('content.part.entities')}>
          <EntityNames refs={content.entities} />
        </Fact>
        <Fact name={t('content.part.environments')}>
          {content.environments.join(', ')}
        </Fact>
        <Fact name={t('content.part.regions')}>
          {content.regions?.join(', ') ?? t('content.everyRegion')}
        </Fact>
        <Fact name={t('content.part.digests')}>
          {said(
            content.digests &&
              Object.entries(content.digests).map(([ref, digest]) => (
                <div key={ref}>
                  {shortRef(ref)}: <Digest digest={digest} />
                </div>
              )),
          )}
        </Fact>
        <Fact name={t('content.part.window')}>
          <PlannedTime window={content.window} />
        </Fact>
        <Fact name={t('content.part.class')}>
          {content.class ? (
            <ClassMark releaseClass={content.class} />
          ) : (
            t('content.byRules')
          )}
          {content.classReason ? <Prose>{content.classReason}</Prose> : null}
        </Fact>
        {content.incident ? (
          <Fact name={t('content.part.incident')}>{content.incident}</Fact>
        ) : null}
        <Fact name={t('content.part.plan')}>{prose(content.plan)}</Fact>
        <Fact name={t('content.part.rollbackPlan')}>
          {said(
            content.rollbackPlan && (
              <RollbackPlan plan={content.rollbackPlan} />
            ),
          )}
        </Fact>
        <Fact name={t('content.part.tests')}>
          {said(
            content.tests?.map(({ summary, link }) => (
              <div key={`${summary} ${link}`}>
                {link ? <Link to={link}>{summary}</Link> : summary}
              </div>
            )),
          )}
        </Fact>
        <Fact name={t('content.part.communication')}>
          {prose(content.communication)}
        </Fact>
        <Fact name={t('content.part.implementer')}>
          {said(
            content.implementer && (
              <EntityLink entityRef={content.implementer} />
            ),
          )}
        </Fact>
        <Fact name={t('content.part.committers')}>
          {said(
            content.committers && <EntityNames refs={content.committers} />,
          )}
        </Fact>
        <Fact name={t('content.part.facts')}>
          {said(content.facts && <DeclaredFacts facts={content.facts} />)}
        </Fact>
        {review ? <Review review={review} /> : null}
      </Facts>
    </Section>
  );
};
