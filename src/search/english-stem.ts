import { newStemmer } from 'snowball-stemmers';

const stemmer = newStemmer('english');

/** Forms that no rule leads back to their word; only where they are seldom a word of their own (not left, found, saw). */
const IRREGULAR = new Map(
  `beat:beaten become:became begin:began,begun bid:bidden bring:brought build:built buy:bought catch:caught child:children choose:chose,chosen
  come:came cut:cutting deal:dealt draw:drew,drawn drive:drove,driven eat:ate,eaten fall:fell,fallen feed:fed fight:fought flee:fled fly:flew,flown
  forbid:forbade,forbidden forget:forgot,forgotten freeze:froze,frozen get:got,gotten give:gave,given go:went,gone grow:grew,grown hide:hidden hold:held
  keep:kept know:knew,known lay:laid lead:led lend:lent lose:lost make:made man:men mean:meant meet:met mouse:mice overtake:overtook,overtaken
  pay:paid person:people prove:proven rise:rose,risen run:ran seek:sought sell:sold send:sent shake:shook,shaken shoot:shot show:shown shrink:shrank,shrunk
  sleep:slept speak:spoke,spoken spend:spent spin:spun stand:stood steal:stole,stolen stick:stuck strike:struck sue:sued sweep:swept swim:swam take:took,taken
  teach:taught tell:told think:thought throw:threw,thrown undergo:underwent understand:understood wake:woke wear:wore,worn win:won withdraw:withdrew,withdrawn
  woman:women write:wrote,written analysis:analyses crisis:crises criterion:criteria leaf:leaves life:lives shelf:shelves thief:thieves wife:wives`
    .split(/\s+/)
    .flatMap((entry) => {
      const [word = '', forms = ''] = entry.split(':');
      return forms.split(',').map((form): [string, string] => [form, word]);
    }),
);

/** Snowball's English stem of a folded word; numbers and words with a digit stay as they are. */
export function englishStem(word: string): string {
  return /^[a-z]{3,}$/.test(word) ? stemmer.stem(IRREGULAR.get(word) ?? word) : word;
}

/** Stems words and remembers them: Snowball takes a third of the time to index a brief, and most words come again. */
export function rememberStems(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const stem = known.get(word) ?? englishStem(word);
    known.set(word, stem);
    return stem;
  };
}
