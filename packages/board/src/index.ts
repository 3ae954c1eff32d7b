export { boardFromFile, createBoard, type NewBoard } from './create.ts';
export {
  bringUp,
  DOCUMENT_MIGRATIONS,
  newestVersion,
  type DocumentMigration,
  type DocumentMigrations,
} from './document-migrations.ts';
export { copyCards, readCopiedCards, type CopiedCards } from './cards/copied-cards.ts';
export { pasteCards, type PastePlace } from './cards/paste-cards.ts';
export { RECORD_ROOTS, type RecordRoot, type Root } from './doc.ts';
export {
  BOARD_SCHEMA,
  boardFileSchema,
  readBoardFile,
  type BoardFile,
  type BoardFileInput,
} from './file/board-file.ts';
export { inNewestFormat } from './file/file-migrations.ts';
export { fillBoard, mergeIntoBoard } from './file/from-file.ts';
export { overfullLists, roomFor, type OverfullList } from './file/list-limits.ts';
export { toBoardFile } from './file/to-file.ts';
export {
  guardUpdate,
  STEP_LIMITS,
  type GuardPolicy,
  type GuardResult,
  type GuardRole,
  type Refusal,
} from './guard/guard.ts';
export { decodeUpdate, type Decoded } from './guard/decoded.ts';
export { takeOffDisguises } from './disguise.ts';
export { contentOf, healed, REDACTED, renewBoard, renewPrivate } from './generation.ts';
export { SCHEMA_PROBLEMS } from './guard/schema-problem.ts';
export { newId } from './ids.ts';
export { makeRoom, withRemoved } from './make-room.ts';
export type { Actor } from './operations/actor.ts';
export { setMeta } from './operations/board.ts';
export { addDrawing, appendStroke, removeDrawings, setDrawingInk } from './operations/map/drawing.ts';
export {
  addFactors,
  moveFactors,
  removeFactors,
  setFactorTraits,
  setFactorUnit,
  unplaceFactors,
} from './operations/factors/factor.ts';
export { addGroup, ungroup } from './operations/map/group.ts';
export { addGroupFactors, factorOfGroup } from './operations/map/group-as-factor.ts';
export {
  editInfluence,
  addInfluence,
  removeInfluences,
  reverseInfluence,
  speaksFor,
} from './operations/map/influence.ts';
export { placeOnMap, setGroup, takeOffMap } from './operations/map/map.ts';
export { mergeFactors, rewordFactor, splitFactor } from './operations/factors/merge.ts';
export { addNode, addNodes, removeNodes, setNodeKind } from './operations/map/node.ts';
export { addNote, putBackNotes, removeNotes, setNoteKind } from './operations/note.ts';
export { bringBack, parkFactor } from './operations/factors/park.ts';
export { placeFactor, settlePlace } from './operations/factors/placing.ts';
export { restoreTo, type RestoreOptions } from './file/restore.ts';
export { addStrategy } from './operations/strategy.ts';
export { numberNewFactors } from './operations/factors/number.ts';
export { followMerges, mergeUnits } from './operations/units/merge-units.ts';
export { addUnits, editUnit, moveUnit, removeUnits, unitNow } from './operations/units/units.ts';
export { editText, smallestEdit, textOf, writeText, type TextEdit } from './writing/text.ts';
export { touchedIn, type Touched } from './writing/touched.ts';
export {
  ballotProblem,
  castVote,
  isCast,
  MOTION,
  proxiesIn,
  readBallot,
  removeBallot,
  type Ballot,
  type CastFor,
} from './private/ballot.ts';
export {
  addDraft,
  answerAsked,
  DRAFTS_MAX,
  putBackDrafts,
  markShown,
  markWanted,
  PLAIN_DRAFT,
  placeDraft,
  readDrafts,
  removeDrafts,
  showDraft,
  writeDraft,
  type Draft,
  type OwnChoice,
} from './private/draft.ts';
export { notesAskedAbout } from './private/asked.ts';
export { promiseDrafts, stricter, type DraftPromise, type DraftToPromise } from './private/promise.ts';
export { fitBallot, NO_BALLOT, type BallotFit } from './private/fit-ballot.ts';
export { cameLate } from './private/late-ballot.ts';
export { answerEntries, carryAnswers, type AnswerEntry } from './private/answers/carry-answers.ts';
export { changesBetween, type Change, type LinkPolarity, type Spot, type TextList } from './file/changes.ts';
export { gridOf, type Grid, type GridCard } from './projections/grid.ts';
export { heatOf, silencesOf, type Heat, type Silence, type UnitHeat } from './projections/heat.ts';
export { mapOf, type BoardMap, type MapLink, type MapNode } from './projections/map.ts';
export { itemFates, type ItemFate } from './projections/item-fate.ts';
export { nodesOf, type BoardNode } from './projections/nodes.ts';
export { shownChange } from './file/shown-change.ts';
export { shownBoard, wholeOf, type SayTooLong } from './projections/shown.ts';
export { ofList } from './projections/of-list.ts';
export { factorNow, originalsOf, type Original } from './projections/originals.ts';
export { placedTwice, type PlacedTwice } from './projections/placed-twice.ts';
export { breakoutsNaming, voicesOf, type BreakoutVoice } from './projections/voices.ts';
export { namesOf, unitsInOrder, unitsOf } from './projections/record-facts.ts';
export {
  topOf,
  voteResult,
  type RecordedResult,
  type ResultItem,
  type ResultUnit,
  type Share,
  type Top,
  type VoteResult,
} from './projections/vote-result.ts';
export { closedRounds, votesByRecord, type NamedRound } from './projections/vote-rounds.ts';
export { ranksFor } from './order.ts';
export { fail, ok, type Failure, type FailureCode, type FailureValues, type Result } from './result.ts';
export type { Drawing, DrawingKind, Ink } from './schema/drawing.ts';
export type { Factor } from './schema/factor.ts';
export { TIERS, type Cell, type Polarity, type Pos, type Strength, type Tier } from './schema/fields.ts';
export type { Loop, Tension } from './schema/finding.ts';
export type { Group } from './schema/group.ts';
export type { Influence, InfluenceBreakout, InfluenceSource } from './schema/influence.ts';
export { hasVisibleSign, nameKey, plainName, plainText } from './schema/letters.ts';
export {
  CHUNK_POINTS_MAX,
  LIST_MAX,
  NAME_MAX,
  PASTE_MAX,
  QUESTION_MAX,
  TEXT_MAX,
  TITLE_MAX,
  UNITS_MAX,
} from './schema/limits.ts';
export { type About, type Meta, UNIT_WORDS, type UnitWord } from './schema/meta.ts';
export {
  FACTOR_KINDS,
  FACTOR_NODE_KINDS,
  isForGrid,
  NODE_KIND,
  NODE_KINDS,
  NODE_ROOTS,
  type FactorKind,
  type FactorNodeKind,
  type NodeKind,
  type NodeRoot,
} from './schema/node-kind.ts';
export { NOTE_KINDS, type Note, type NoteKind } from './schema/note.ts';
export type { Action, Asset, Need, Strategy } from './schema/plan.ts';
export type { Unit } from './schema/unit.ts';
export {
  CHOICES,
  hasBallots,
  itemsOfRound,
  voteRoundSchema,
  WITHHELD,
  type Choice,
  type VoteRound,
  type Withheld,
} from './schema/vote-round.ts';
export {
  ANONYMITIES,
  MODES,
  phaseSchema,
  VOTE_ON,
  type Anonymity,
  type Mode,
  type Phase,
  type PhaseInput,
  type VoteOn,
  type VoteSettings,
} from './schema/phase.ts';
export {
  isAlone,
  PHASE_KINDS,
  phaseFacts,
  readsNotes,
  VOTE_METHODS,
  type PhaseKind,
  type StepNumber,
  type VoteMethod,
} from './schema/phase-kind.ts';
export { revealDrafts, type DraftsOf } from './session/reveal.ts';
export { FLOOR, hasFloor, votingTells } from './session/floor/floor.ts';
export type { Counted, EarlierCount } from './session/floor/counted.ts';
export { forgetCounted, keepCounted, readCounted } from './private/as-counted.ts';
export { closedRoundsEver } from './session/closed-rounds-ever.ts';
export { tightenRound } from './session/tighten-round.ts';
export { openRoundSchema, questionsIn, RATING_MAX, suggestDots, type OpenRound } from './schema/round.ts';
export { aimOfWords, aimSchema, type Aim } from './session/aim.ts';
export {
  agendaMarks,
  currentPhase,
  PAUSE_MARK,
  pauseOf,
  PROJECTED,
  readSession,
  sessionSchema,
  readMoves,
  watchSession,
  workNow,
  WENT_MAX,
  writeSession,
  type Projected,
  type Session,
  type SessionDeal,
} from './session/session.ts';
export { columnsNow, isTeamName, namedBreakouts, breakoutNow } from './session/breakouts.ts';
export { passTurn, teamOf, type TeamOf } from './session/turn.ts';
export { teamCount, teamSize } from './session/team-size.ts';
export { closeRound, tally, type Tally, type Voter } from './session/tally.ts';
export { openDrawn, type DrawnBoard } from './drawn.ts';
export { openSnapshots, readSnapshot, type BoardSnapshot, type SnapshotReader } from './snapshot.ts';
export { AGENDA_MAX, readAgendaFile, toAgendaFile } from './templates/agenda-file.ts';
export type { PhaseWords } from './templates/agenda-words.ts';
export {
  AGENDA_TEMPLATES,
  agendaFrom,
  minutesOf,
  templateLength,
  type AgendaTemplate,
  type TemplateText,
} from './templates/agendas.ts';
export {
  COLUMN_GROUP,
  COLUMN_LABELS,
  COLUMNS,
  GROUPED_COLUMNS,
  ROW_LABELS,
  ROWS,
  type Column,
  type Row,
} from './schema/coherence-grid.ts';
export { openUndo, type Undo } from './undo.ts';
