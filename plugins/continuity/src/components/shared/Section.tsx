import Card from '@material-ui/core/Card';
import CardContent from '@material-ui/core/CardContent';
import CardHeader from '@material-ui/core/CardHeader';
import { ErrorBoundary } from '@backstage/core-components';
import { useId, type ReactNode } from 'react';

/** A card with a heading, which is also the name of its region. */
export const Section = (props: {
  title: string;
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} className={props.className}>
      <CardHeader
        title={props.title}
        titleTypographyProps={{ component: 'h2', variant: 'h6', id }}
        action={props.action}
      />
      <CardContent>
        <ErrorBoundary>{props.children}</ErrorBoundary>
      </CardContent>
    </Card>
  );
};
