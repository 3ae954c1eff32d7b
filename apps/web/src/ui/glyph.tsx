import type { CSSProperties } from 'react';

type GlyphProps = {
  /** A line 1.9 wide and a filled path in a box of 16 x 16, both in the colour of the words beside. */
  glyph: { readonly stroke: string; readonly fill: string };
  size?: number;
  className?: string;
  style?: CSSProperties;
};

/** A drawn sign; the word beside it says the same, so it is silent to a screen reader. */
export function Glyph({ glyph, size = 16, className, style }: GlyphProps) {
  return (
    <svg
      className={className}
      style={style}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden
      focusable="false"
    >
      <path
        d={glyph.stroke}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.9}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {glyph.fill === '' ? null : <path d={glyph.fill} fill="currentColor" />}
    </svg>
  );
}
