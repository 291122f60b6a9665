import {
  createFormField,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import {
  ReleaseClassExplained,
  releaseClassExplainedSchema,
} from './class/ReleaseClassExplained';
import {
  ContinuityEntityPicker,
  continuityEntityPickerSchema,
} from './entity/ContinuityEntityPicker';
import {
  FreezeAwareDateTime,
  freezeAwareDateTimeSchema,
} from './moment/FreezeAwareDateTime';

/** `ui:field: ContinuityEntityPicker` */
export const entityPickerOptions = {
  name: 'ContinuityEntityPicker',
  component: ContinuityEntityPicker,
  schema: continuityEntityPickerSchema,
};

/** `ui:field: FreezeAwareDateTime` */
export const dateTimeOptions = {
  name: 'FreezeAwareDateTime',
  component: FreezeAwareDateTime,
  schema: freezeAwareDateTimeSchema,
};

/** `ui:field: ReleaseClassExplained` */
export const classOptions = {
  name: 'ReleaseClassExplained',
  component: ReleaseClassExplained,
  schema: releaseClassExplainedSchema,
};

export const entityPickerField: FormField =
  createFormField(entityPickerOptions);
export const dateTimeField: FormField = createFormField(dateTimeOptions);
export const classField: FormField = createFormField(classOptions);
