import { typedAddress } from '../../invite/addresses.ts';
import { Qr } from '../../invite/qr.tsx';
import type { Invitation } from '../../invite/use-invitation.ts';
import { paths } from '../../frame/routes.ts';
import { spacedCode } from '../../invite/join-code.ts';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { t } from '../../i18n/with-projector.ts';
import { useProjection } from '../../live/use-projection.ts';
import { useSession } from '../../live/use-session.ts';
import { sumOf } from '../console/sum-of.ts';

/** More units than this would push the code from the wall: then the sum says enough. */
const UNITS_MAX = 10;

/** How to get in, as large as it goes, and who is in, as numbers by unit. */
export function JoinWall({ door }: { door: Invitation | null }) {
  const { attending } = useSession();
  const units = [...useProjection(unitMarks).values()];
  const [address] = door?.addresses ?? [];
  const total = sumOf(attending);
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
        <p className="wall-joined">{t('projector.joined', { n: total })}</p>
        {units.length === 0 || units.length > UNITS_MAX ? null : (
          <ul className="wall-units">
            {units.map(({ id, name }) => (
              <li key={id}>
                <span>{name}</span>
                <strong>{attending[id] ?? 0}</strong>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
