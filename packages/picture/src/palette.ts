/** The product's colours; the client's stylesheet mirrors these names. */
export const palette = {
  paper: '#F6F3EC',
  surface: '#FFFEFB',
  white: '#FFFFFF',
  ink: '#1B2330',
  secondary: '#4A5464',
  line: '#E0D9CB',
  /** Card and cell edges: 3:1 on white, on surface and on paper. */
  edge: '#8B8371',
  link: '#4A5464',
  accent: '#2F5BD7',
  /** A circle of influence that is pointed at. */
  loop: '#6E3A9E',
} as const;

/** A unit's chip: ink on ground, at least 4.5:1. */
export type Tint = { readonly ink: string; readonly ground: string };

export const unitTints: readonly Tint[] = [
  { ink: '#0B4A6F', ground: '#DCEDF8' },
  { ink: '#6B4A00', ground: '#F8EAC6' },
  { ink: '#4B2E83', ground: '#EBE4F8' },
  { ink: '#8A1D5B', ground: '#FAE3EF' },
  { ink: '#22561F', ground: '#E2F0DD' },
  { ink: '#7A2E12', ground: '#F9E3D8' },
  { ink: '#10524E', ground: '#D9EFEC' },
  { ink: '#3D4654', ground: '#E6E8EC' },
];

/** Inks of free drawing: as a line on white at least 3:1. A note takes its ink as a light ground. */
export const inkColors = {
  ink: '#1B2330',
  blue: '#2F5BD7',
  red: '#C0392B',
  green: '#2E7D32',
  yellow: '#A67C00',
  violet: '#7B4BB3',
} as const;
