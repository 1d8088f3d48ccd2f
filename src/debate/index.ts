/**
 * The debate: which statements stand, and why. Arguments with premises and exceptions, weights with a weakest link,
 * issues with a standard of proof, and an opponent that searches its replies in the same model.
 *
 * Pure, and a stranger to the law: whatever it knows of courts and cases is handed to it as plain data.
 */

export type { Line } from './aloud.ts'
export { aloud, argumentWords, explain, sayFate, sayLoss, standardWords, statementWords } from './aloud.ts'
export type {
  Argument,
  ArgumentFile,
  Attack,
  AttackKind,
  Cause,
  Dossier,
  Factor,
  Forum,
  Motion,
  MotionIssue,
  Position,
  Premise,
  Reception,
  Ruling,
  Tier,
  Voice,
} from './argument.ts'
export { attackKinds, causes, dossierOf, isOpen, premisesOn } from './argument.ts'
export type {
  AuthorityKind,
  AuthorityStanding,
  AuthorityWeight,
  Bench,
  Cited,
  CourtSeat,
  Part,
} from './authority.ts'
export { authorityKinds, authorityTable, weighAuthorities, weighAuthority } from './authority.ts'
export type { ArgumentContext, LawWorld } from './check.ts'
export { checkArguments } from './check.ts'
export type { ArgumentCode } from './codes.ts'
export { argumentChecks } from './codes.ts'
export type { Card, Duel, Seen, Side, Stake } from './duel.ts'
export { lay, moves, openDuel, otherSide, rulingOf, seenBy, sides, tableOf } from './duel.ts'
export type { Decision, Evaluation, Finding, Standing, Table } from './evaluate.ts'
export { evaluate } from './evaluate.ts'
export type {
  Graph,
  GraphArgument,
  Issue,
  Label,
  Link,
  Standard,
  StandardFile,
  StandardName,
  Statement,
  Weight,
} from './graph.ts'
export { limitOf, links, standardNames, weightOf } from './graph.ts'
export type { Hearing, Relief, Setting } from './hearing.ts'
export { attackId, deniedId, hearingOf, holdable, positionId, premiseId, reliefOf, seatOf } from './hearing.ts'
export { readGraph } from './read.ts'
export type { Bearing, CourtBelow, Heard, Match, Occasion } from './record.ts'
export { factorsOf, fitOf, heardOf, isContradicted, matchesOf, weighByRecord } from './record.ts'
export type { Reply, ReplyKind, StakePlace, Strength } from './reply.ts'
export { fullBound, reply, sayReply, strengths } from './reply.ts'
export { argumentSchema, argumentsOf, parseArguments, placeArguments } from './shape.ts'
export type { StandardTest } from './standard.ts'
export { marginOf, standardOf, standards, testsOf } from './standard.ts'
export type { Change, Difference, Loss, Place } from './strength.ts'
export { leaveOneOut, tableAfter, whatIf } from './strength.ts'
export type { Fate, Why } from './why.ts'
export { argumentsFor, fateOf, why } from './why.ts'
