/**
 * What is wrong with an entity that says what is frozen, in words. Set by the catalog
 * module on entities that it lets into the catalog although they cannot be read in part
 * or as a whole: refusing them would hide from the gate that they exist. Absent: nothing
 * is wrong.
 */
export const ANNOTATION_CONTINUITY_PROBLEMS = 'continuity.dev/problems';

/**
 * What the author of an entity that says what is frozen probably did not mean, in words.
 * The entity is valid and counts. Set by the catalog module. Absent: nothing was found.
 */
export const ANNOTATION_CONTINUITY_FINDINGS = 'continuity.dev/findings';

/**
 * Names under which tracing knows an entity, separated by commas. Absent: its
 * `metadata.name`. Set by the author.
 */
export const ANNOTATION_TRACED_AS = 'continuity.dev/traced-as';
