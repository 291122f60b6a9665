import {
  MIGRATION_LAYOUTS,
  type MigrationLayout,
} from '@continuity/migrations';
import { Option, type Command } from 'commander';
import { repeated } from '../graph/repeated';

/** Which migrations are meant, and how they are to be read. */
export interface FolderFlags {
  layout?: MigrationLayout;
  placeholder?: string[];
}

/** Adds the argument and options of a command that reads a folder of migrations. */
export function addFolderOptions(command: Command): Command {
  return command
    .argument('<dir>', 'the folder with the migrations')
    .addOption(
      new Option(
        '--layout <layout>',
        'whose migrations these are (default: recognised by the files)',
      ).choices(MIGRATION_LAYOUTS),
    )
    .option(
      '--placeholder <text=value>',
      'what a text in the scripts stands for, e.g. ${schema}=app; may be repeated',
      repeated,
    );
}
