import { NavLink, useNavigate } from 'react-router';
import { useMe } from '../session/me';
import { ariaCombo } from '../shortcuts/combo';
import { Kbd } from '../shortcuts/kbd';
import { useShortcut } from '../shortcuts/use-shortcut';
import { type MenuItem, menuOf } from './menu';
import styles from './side-menu.module.css';

/** The pages of the person's roles, each with its key. */
export function SideMenu() {
  const me = useMe();
  return (
    <nav aria-label="主菜单" className={styles.menu}>
      {menuOf(me).map(({ title, items }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <ul>
            {items.map((item) => (
              <Item key={item.path} {...item} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Item({ path, label, combo }: MenuItem) {
  const navigate = useNavigate();
  useShortcut(combo, label, () => void navigate(path), { group: '到另一页' });
  return (
    <li>
      <NavLink to={path} aria-keyshortcuts={ariaCombo(combo)}>
        {label}
        <Kbd combo={combo} />
      </NavLink>
    </li>
  );
}
