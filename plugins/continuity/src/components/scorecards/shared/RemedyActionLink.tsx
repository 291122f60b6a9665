import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { RemedyAction } from '@continuity/plugin-continuity-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { templateLinkRouteRef } from '../../../routes';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { REF } from '../../shared/readActor';

/** What the template's form is filled in with, as the scaffolder takes it from an address. */
function formData(
  { values = {}, entityField }: RemedyAction,
  entityRef: string,
): string {
  const data = { ...values, ...(entityField && { [entityField]: entityRef }) };
  return new URLSearchParams({ formData: JSON.stringify(data) }).toString();
}

/** Where something is mended: a link, or a template that is filled in for the service. */
export const RemedyActionLink = (props: {
  action: RemedyAction;
  /** The service that it is for. */
  entityRef: string;
}) => {
  const { action, entityRef } = props;
  const { title, link, template } = action;
  const { t } = useTranslationRef(scorecardTranslationRef);
  const templatePage = useRouteRef(templateLinkRouteRef);
  if (link) return <Link to={link}>{title || link}</Link>;
  if (!template) return title ? <>{title}</> : null;
  if (!templatePage || !REF.test(template)) {
    return <>{t('next.template', { template })}</>;
  }
  const { namespace, name } = parseEntityRef(template);
  const page = templatePage({ namespace, templateName: name });
  return (
    <Link to={`${page}?${formData(action, entityRef)}`}>
      {title || t('next.template', { template })}
    </Link>
  );
};
