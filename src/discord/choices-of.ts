/** @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const choicesAtMost = 25;
const longest = 100;

/** Suggestions as Discord takes them. One whose value is too long is left out: cut, it would say something else. */
export function choicesOf(
  completions: readonly { label: string; value: string }[],
): { name: string; value: string }[] {
  return completions
    .filter(({ value }) => [...value].length <= longest)
    .slice(0, choicesAtMost)
    .map(({ label, value }) => ({ name: [...label].slice(0, longest).join(''), value }));
}
