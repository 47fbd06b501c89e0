import {
  autocompleteMultiselect,
  type CommonOptions,
  confirm,
  isCancel,
  log,
  multiselect,
  type Option,
  password,
  select,
  text,
} from '@clack/prompts';
import type { Ask, Choice } from './ask.ts';

/** From so many choices on, typing narrows them down. */
const many = 12;

/** Asks with arrow keys. */
export function askTerminal(terminal: Required<Pick<CommonOptions, 'input' | 'output'>>): Ask {
  const { output } = terminal;
  return {
    text: async (message, initialValue, check) =>
      answered(
        await text({ ...terminal, message, initialValue, validate: (value) => check((value ?? '').trim()) }),
      ).trim(),
    secret: async (message, check) =>
      answered(
        // What was refused cannot be seen, so the next thing pasted must not be put behind it.
        await password({
          ...terminal,
          message,
          clearOnError: true,
          validate: (value) => check((value ?? '').trim()),
        }),
      ).trim(),
    one: async (message, choices, initialValue) =>
      answered(await select({ ...terminal, message, options: optionsOf(choices), initialValue })),
    many: async (message, choices, initial) => {
      const options = optionsOf(choices);
      const question = { ...terminal, message, options, initialValues: [...initial], required: true };
      return answered(
        choices.length < many
          ? await multiselect(question)
          : await autocompleteMultiselect({ ...question, maxItems: many }),
      );
    },
    yes: async (message, initialValue) => answered(await confirm({ ...terminal, message, initialValue })),
    tell: (words) => log.info(words, { output }),
    link(what, url) {
      log.step(what, { output });
      output.write(`${url}\n`);
    },
  };
}

function optionsOf<Value extends string>(choices: readonly Choice<Value>[]): Option<Value>[] {
  return choices.map(({ value, label, hint }) => ({
    value,
    label,
    ...(hint ? { hint } : {}),
  })) as unknown as Option<Value>[];
}

function answered<Value>(answer: Value): Exclude<Value, symbol> {
  if (isCancel(answer)) throw new Error('The set-up was stopped; nothing was written.');
  return answer as Exclude<Value, symbol>;
}
