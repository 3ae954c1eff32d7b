import { t, writing } from '@coherence/words';
import { useState } from 'react';
import { Qr } from '../../invite/qr.tsx';
import { paths } from '../../frame/routes.ts';
import { Choices } from '../../ui/choices.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import type { CheckAnswer } from './preflight-api.ts';

const TICK = { stroke: 'M3 8.5 6.5 12 13 4.5', fill: '' };

type PhoneCheckProps = {
  code: string;
  addresses: readonly string[];
  heard: CheckAnswer['heard'];
};

/** The one check a computer cannot do alone: whether a phone in the room gets here. */
export function PhoneCheck({ code, addresses, heard }: PhoneCheckProps) {
  const [chosen, setChosen] = useState(0);
  const origin = addresses[chosen];
  const [last] = heard;
  if (origin === undefined) return <p className="preflight-phone">{t('preflight.noAddress')}</p>;
  const address = origin + paths.reached(code);
  return (
    <section className={last === undefined ? 'preflight-phone' : 'preflight-phone preflight-heard'}>
      <h2>{t('preflight.scan')}</h2>
      <Qr text={address} label={t('preflight.qr', { address })} />
      <p className="preflight-address">{t('preflight.scanHint', { address })}</p>
      <div className="preflight-told" aria-live="polite">
        {last === undefined ? (
          <>
            <p>{t('preflight.notHeard')}</p>
            <p className="field-hint">{t('preflight.notHeardDo')}</p>
          </>
        ) : (
          heard.slice(0, SHOWN_MAX).map(({ device, at }) => (
            <p key={at}>
              <Glyph glyph={TICK} size={18} />{' '}
              {t(`preflight.heard_${device}`, { time: writing().time(at, { timeStyle: 'medium' }) })}
            </p>
          ))
        )}
      </div>
      {addresses.length < 2 ? null : (
        <Choices
          legend={t('preflight.addresses')}
          choices={addresses.map((one, index) => ({ value: index, label: one }))}
          value={chosen}
          onChoose={setChosen}
        />
      )}
    </section>
  );
}

const SHOWN_MAX = 4;
