import {commandNames, commands, type TypedCommand} from './commands.js';
import {takes, typed} from './option-use.js';
import {optionRows} from './options.js';
import {isSwitch, place} from './values.js';

/** The shells that a completion script can be had for. */
export type Shell = (typeof commands.completions.words)[number];

type Choice = {
  readonly flag: string;
  readonly help: string;
  readonly words: readonly string[] | undefined;
  readonly value: boolean;
  readonly path: boolean;
};

/** The options of a command, as they are typed. */
function choicesOf(command: TypedCommand | 'dashboard'): Choice[] {
  const own = optionRows
    .filter(([name]) => takes(command, name))
    .map(([name, option]) => ({
      flag: typed(name),
      help: option.help,
      words: option.words,
      value: !isSwitch(option),
      path: option.placeholder === 'PATH',
    }));
  return [...own, {flag: '--help', help: 'usage, options and examples', words: undefined, value: false, path: false}];
}

const wordsOf = (command: TypedCommand): readonly string[] => commands[command].words;
const takesFiles = (command: TypedCommand): boolean => 'files' in commands[command];
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The script that makes a shell complete commands, their options and the words that these take. */
export function completionScript(shell: Shell): string {
  switch (shell) {
    case 'bash':
      return bash();
    case 'zsh':
      return zsh();
    case 'fish':
      return fish();
  }
}

function bash(): string {
  const paths = optionRows.flatMap(([name, {placeholder}]) => (placeholder === place.placeholder ? [typed(name)] : []));
  const values = new Map(optionRows.flatMap(([name, {words}]) => (words ? [[typed(name), words.join(' ')]] : [])));
  return `_mnist_tui() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  case $previous in
${[...values].map(([flag, words]) => `    ${flag}) COMPREPLY=($(compgen -W '${words}' -- "$current")); return;;`).join('\n')}
    ${paths.join('|')}) COMPREPLY=($(compgen -f -- "$current")); return;;
  esac
  local words
  case $command in
${commandNames.map(name => `    ${name}) words='${[...wordsOf(name), ...choicesOf(name).map(({flag}) => flag)].join(' ')}';;`).join('\n')}
    *) words='${[...commandNames, ...choicesOf('dashboard').map(({flag}) => flag)].join(' ')}';;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case $command in
    ${commandNames.filter(takesFiles).join('|')}) COMPREPLY+=($(compgen -f -- "$current"));;
  esac
}
complete -o filenames -F _mnist_tui mnist-tui`;
}

function zsh(): string {
  const escaped = (text: string): string => text.replace(/[[\]:]/g, '\\$&');
  const spec = ({flag, help, words, value, path}: Choice): string => {
    const argument = value ? `:value:${words ? `(${words.join(' ')})` : path ? '_files' : ''}` : '';
    return quoted(`${flag}[${escaped(help)}]${argument}`);
  };
  const cases = commandNames.map(name => {
    const own = wordsOf(name).length > 0 ? [quoted(`2:argument:(${wordsOf(name).join(' ')})`)] : [];
    if (takesFiles(name)) own.push(quoted('*:file:_files'));
    return `    ${name}) _arguments '1:command:' ${[...own, ...choicesOf(name).map(spec)].join(' ')};;`;
  });
  const list = commandNames.map(name => quoted(`${name}:${commands[name].help}`));
  return `#compdef mnist-tui
_mnist_tui() {
  local -a commands
  commands=(${list.join(' ')})
  if (( CURRENT == 2 )) && [[ $words[CURRENT] != -* ]]; then
    _describe command commands
    return
  fi
  case $words[2] in
${cases.join('\n')}
    *) _arguments ${choicesOf('dashboard').map(spec).join(' ')};;
  esac
}
compdef _mnist_tui mnist-tui`;
}

function fish(): string {
  const seen = `__fish_seen_subcommand_from ${commandNames.join(' ')}`;
  const option = ({flag, help, words, value, path}: Choice, when: string): string => {
    const argument = value ? ` -r${words ? ` -f -a ${quoted(words.join(' '))}` : path ? ' -F' : ''}` : '';
    return `complete -c mnist-tui -n ${quoted(when)} -l ${flag.slice(2)} -d ${quoted(help)}${argument}`;
  };
  return [
    'complete -c mnist-tui -f',
    ...commandNames.map(
      name => `complete -c mnist-tui -n ${quoted(`not ${seen}`)} -a ${name} -d ${quoted(commands[name].help)}`,
    ),
    ...choicesOf('dashboard').map(choice => option(choice, `not ${seen}`)),
    ...commandNames.flatMap(name => {
      const when = `__fish_seen_subcommand_from ${name}`;
      const words = wordsOf(name).map(word => `complete -c mnist-tui -n ${quoted(when)} -a ${word}`);
      const files = takesFiles(name) ? [`complete -c mnist-tui -n ${quoted(when)} -F`] : [];
      return [...words, ...files, ...choicesOf(name).map(choice => option(choice, when))];
    }),
  ].join('\n');
}
