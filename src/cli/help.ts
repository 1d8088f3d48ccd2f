/** The help texts, and what to say to a command that does not exist. */

/** The commands, in the order they are told. */
export const commands = ['check', 'play', 'replay', 'law', 'cases', 'debate', 'help'] as const
export type Command = (typeof commands)[number]

export const overview = `comity: check levels and law, play a matter, replay a result, ask what the law says,
weigh arguments

  comity check FILES [--json]                     every mistake in levels and law files, with its place
  comity play LEVEL --choices a,b,c [--seed N]    play a matter and see what it leads to, and why
  comity play --batch FILE.jsonl                  many plays, one result a line
  comity replay CODE                              what a result code stands for
  comity replay CODE --year 2026                  the same decisions under the law of another year
  comity law --pack FILES --facts FILE --date D   what the law says of these facts on that day
  comity law --batch FILE.jsonl                   many questions of law, one answer a line
  comity cases FILES                              do the cases come out as they say; which rules have none
  comity debate FILE [--json]                     which arguments stand, by which standard of proof, and why
  comity debate --batch FILE.jsonl                many argument graphs, one result a line
  comity help COMMAND                             more about one of them

LEVEL is the id of a shipped matter or a file. Add --json for output that programs read.
Exit codes: 0 fine, 1 something is wrong with what was given, 2 the command itself was not understood.`

const details: Readonly<Partial<Record<Command, string>>> = {
  play: `comity play LEVEL [--choices a,b,c] [--seed N] [--mode practice|hearing] [--year YEAR | --law-of DATE] [--json]
comity play --batch FILE.jsonl

Plays the choices in order and prints where they lead: the scene, what is open there, the meters, every
change with its reasons, what the law says, and the result code. Without --choices it prints the opening.

  LEVEL      id of a shipped matter (dublin-warrant) or a level file (my/level.json)
  --choices  ids of choices, with commas between
  --seed     0 to 32767, decides what chance brings; 0 if left out
  --year     see also the same decisions under the law of another year, as "comity help replay" tells
  --json     { "scene", "ending", "options", "meters", "changes", "findings", "code" }
  --batch    one {"level", "choices", "seed"?} a line ("-" reads standard input); one result a line in the same
             order, or {"error"} on the line of a play that does not fit, and exit code 1 at the end.

Examples
  comity play dublin-warrant
  comity play dublin-warrant --choices records-now-move-to-vacate --seed 7 --json

Exits 1 when a choice is not open, and names those that are.`,
  replay: `comity replay CODE [--level FILE] [--year YEAR | --law-of DATE] [--json]

Replays a result code and prints what "comity play" prints. Upper or lower case, spaces and hyphens do not
matter. A code from another edition of the level replays as far as it fits, and says where it stopped.

  --level    a level file the code belongs to, when it is not a shipped matter
  --year     2013 to 2026: the same decisions on the same facts, by the law of the last day of that year (of 2026: of
             the day the law was last checked). What happened in the procedure stays as it was; the play is judged
             again, not played again
  --law-of   the same for the law of one day, such as 2018-06-01
  --json     { "scene", "ending", "options", "meters", "changes", "findings", "code" }; with --year or --law-of also
             "another": { "lawOf", "headline", "summary", "changed", "decisions", "exposure" }. Each decision has, for
             every order, "was" and "would": { "standing", "breaches" }, and "changed". A standing is lawful, open,
             open-goes-on, breach or breach-goes-on; a breach that goes on was there before the decision

Exits 1 when the code is mistyped, of another matter, or no longer fits to its end.`,
  help: `comity help [COMMAND]

Says what the commands do.`,
}

/** The help text of one command, where it is told here; `check`, `law`, `cases` and `debate` tell their own. */
export const helpOf = (command: Command): string | undefined => details[command]
