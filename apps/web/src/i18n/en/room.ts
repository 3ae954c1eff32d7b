export const room = {
  movedOn: 'The room is now at “{title}”. You can finish your sentence first.',
  goThere: 'Go there',
  quietBreak: 'A break. Everything is saved.',
  quietReport: 'Listen and talk. Nothing to write here.',
  quietOwners: 'Say who carries what, and by when.',
  quietOptions: 'Talk about where you could push.',
  quietClose: 'Thank you. Everything is saved.',
  quietCheckIn: 'Look at what has happened since.',
  look: 'Look at',
  lookGrid: 'the grid',
  lookMap: 'the map',
  thePhase: 'What the room does now',
} as const;
