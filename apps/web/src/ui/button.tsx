import type { ButtonHTMLAttributes, Ref } from 'react';
import './css/button.css';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** One primary a screen; quiet has no edge. */
  variant?: 'plain' | 'primary' | 'quiet';
  size?: 'm' | 'l';
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ variant = 'plain', size = 'm', className, ...rest }: ButtonProps) {
  const names = ['button', `button-${variant}`, `button-${size}`, className];
  return <button type="button" {...rest} className={names.filter(Boolean).join(' ')} />;
}
