import type { DraftProblem } from '../../shared/problems';
import type { ChangeForm } from './changeForm';

/** What every part of the form is handed. */
export interface PartProps {
  form: ChangeForm;
  onChange: (part: Partial<ChangeForm>) => void;
  problems: readonly DraftProblem[];
}
