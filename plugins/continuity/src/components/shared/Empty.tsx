import Typography from '@material-ui/core/Typography';

/** That there is nothing, and how there would be something. */
export const Empty = (props: { title: string; remedy?: string }) => (
  <>
    <Typography variant="body1">{props.title}</Typography>
    {props.remedy ? (
      <Typography variant="body2">{props.remedy}</Typography>
    ) : null}
  </>
);
