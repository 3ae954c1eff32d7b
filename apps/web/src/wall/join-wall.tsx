import { spacedCode } from '@coherence/protocol';
import { t } from '@coherence/words';
import { typedAddress } from '../invite/addresses.ts';
import { Qr } from '../invite/qr.tsx';
import type { Invitation } from '../invite/use-invitation.ts';
import { paths } from '../frame/routes.ts';
import { unitMarks } from '../factors/units/unit-marks.ts';
import { useMeta, useProjection } from '../live/document/use-projection.ts';
import { useSession } from '../live/document/use-session.ts';
import { attendingByUnit } from '../together/counts/attending.ts';

/** More units than this would push the code from the wall: then the sum says enough. */
const UNITS_MAX = 10;

/** How to get in, as large as it goes, and who is in, as numbers by unit. */
export function JoinWall({ door }: { door: Invitation | null }) {
  const session = useSession();
  const marks = useProjection(unitMarks);
  const { unitWord: word } = useMeta();
  const { lines, people } = attendingByUnit(session, [...marks.keys()], false);
  const without = lines.find(({ unit }) => unit === null)?.count ?? 0;
  const [address] = door?.addresses ?? [];
  return (
    <div className="wall-join">
      {door === null || address === undefined ? null : (
        <Qr
          text={address + paths.join(door.code)}
          label={t('share.qr', { address: address + paths.join(door.code) })}
        />
      )}
      <div className="wall-join-words">
        {address === undefined ? null : (
          <>
            <p className="wall-line">{t('share.goTo')}</p>
            <p className="wall-address">{typedAddress(address)}</p>
          </>
        )}
        <p className="wall-line">{t('share.typeCode')}</p>
        <p className="wall-code">{door === null ? '' : spacedCode(door.code)}</p>
        <p className="wall-joined">{t('projector.joined', { n: people })}</p>
        {marks.size === 0 || marks.size > UNITS_MAX ? null : (
          <ul className="wall-units">
            {[...marks.values()].map(({ id, name }) => (
              <li key={id}>
                <span dir="auto">{name}</span>
                <strong>{session.attending[id] ?? 0}</strong>
              </li>
            ))}
            {without === 0 ? null : (
              <li>
                <span>{t('shell.noUnit', { word })}</span>
                <strong>{without}</strong>
              </li>
            )}
          </ul>
        )}
      </div>
    </div>
  );
}
