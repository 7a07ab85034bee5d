"""The style sheets of the curators' windows, with names in place of colours and sizes."""

from __future__ import annotations

FIELDS = """
* {{ font-size: {text}px; color: {ink}; font-family: {families}; }}
QWidget#pane, QWidget#page, QScrollArea {{ background: {ground}; }}
QLabel#title {{ font-size: {title}px; font-weight: 600; }}
QLabel#note, QLabel#count {{ font-size: {small}px; color: {ink2}; }}
QLabel#key {{ font-size: {small}px; font-weight: 600; color: {ink2}; }}
QLabel#wrong {{ font-size: {small}px; color: {accent}; }}
QLabel#tag {{ font-size: {small}px; font-weight: 600; color: {ink2}; }}
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QTableView, QTreeView {{
    background: {field}; border: 1px solid {edge}; border-radius: 6px; padding: 5px 8px;
    selection-background-color: {pearl}; selection-color: {pearl_ink};
}}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {hint}; }}
QPlainTextEdit {{ padding: 3px 4px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QTableView:focus,
QTreeView:focus {{
    border: 2px solid {accent}; padding: 4px 7px;
}}
QPlainTextEdit:focus {{ padding: 2px 3px; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{
    border-color: {accent};
}}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ color: {ink2}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: none; width: 0; height: 0; }}
QTreeView::item {{ padding: 5px 2px; }}
QTreeView::item:selected {{ background: {pearl}; color: {pearl_ink}; }}
QTreeView::branch {{ background: transparent; }}
QComboBox QAbstractItemView {{
    background: {field}; color: {ink}; border: 1px solid {edge};
    selection-background-color: {pearl}; selection-color: {pearl_ink};
}}
QPushButton, QToolButton {{
    background: {control}; border: 1px solid {edge}; border-radius: 17px; padding: 4px 13px;
    min-height: 24px;
}}
QToolButton {{ padding: 3px; border-radius: 14px; min-width: 20px; min-height: 20px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {ink2}; }}
QPushButton:focus, QToolButton:focus, QCheckBox:focus {{ border: 2px solid {accent}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {held}; }}
QPushButton:disabled, QToolButton:disabled {{
    color: {unusable}; border: 1px dashed {unusable};
}}
QPushButton#entry {{
    text-align: left; border-radius: 6px; padding: 4px 10px; background: {field};
}}
QPushButton#crumb, QPushButton#plain {{
    border: 0; background: transparent; padding: 2px 4px; color: {ink2}; text-align: left;
    border-radius: 4px; min-height: 20px;
}}
QPushButton#crumb:hover, QPushButton#plain:hover {{ color: {ink}; }}
QPushButton#crumb:focus, QPushButton#plain:focus {{ border: 2px solid {accent}; padding: 0 2px; }}
QPushButton#fix, QPushButton#confirm {{
    font-size: {small}px; padding: 2px 10px; border-radius: 13px; border-color: {accent};
    color: {accent}; min-height: 20px;
}}
QFrame#choices {{ background: {control}; border: 1px solid {edge}; border-radius: 18px; }}
QPushButton#choice {{
    border: 2px solid transparent; background: transparent; border-radius: 15px; padding: 2px 11px;
    min-height: 22px;
}}
QPushButton#choice:hover {{ border-color: {rule}; }}
QPushButton#choice:checked {{ background: {pearl}; color: {pearl_ink}; }}
QPushButton#choice:focus {{ border-color: {accent}; }}
QPushButton#menu[pictured="true"] {{ min-height: 26px; border-radius: 18px; }}
QPushButton#menu:focus {{ padding: 3px 12px; }}
QPushButton#menu::menu-indicator, QToolButton#tool::menu-indicator {{ image: none; width: 0; }}
QToolButton#tool {{ border-radius: 18px; min-width: 28px; min-height: 28px; }}
QToolButton#tool:focus {{ padding: 2px; }}
QToolButton#tool:checked {{ background: {pearl}; border-color: {pearl}; }}
QToolButton#tool:checked:focus {{ border-color: {accent}; }}
QToolButton[quiet="true"] {{
    background: transparent; border-color: transparent; border-radius: 12px; min-width: 16px;
    min-height: 16px; max-width: 16px; max-height: 16px;
}}
QToolButton[quiet="true"]:hover {{ background: {control}; border-color: {edge}; }}
QToolButton[quiet="true"]:pressed {{ background: {held}; }}
QToolButton[quiet="true"]:focus {{ border-color: {accent}; padding: 2px; }}
QProgressBar {{
    background: {field}; border: 1px solid {edge}; border-radius: 5px; max-height: 8px;
}}
QProgressBar::chunk {{ background: {pearl}; border-radius: 4px; }}
QFrame#message {{ background: {field}; border: 1px solid {rule}; border-radius: 8px; }}
QFrame#message[wrong="true"] {{ border-left: 3px solid {accent}; }}
QLabel#found {{ font-weight: 600; }}
QLabel#hint {{ color: {ink2}; }}
QLabel#quiet, QLabel#told {{ font-size: {small}px; color: {ink2}; }}
QCheckBox {{ selection-color: {pearl_ink}; }}
QCheckBox::indicator {{
    width: 16px; height: 16px; border: 1px solid {edge}; border-radius: 4px; background: {field};
}}
QCheckBox::indicator:checked {{ background: {pearl}; border-color: {pearl}; }}
QRadioButton:focus {{ border: 2px solid {accent}; border-radius: 6px; }}
QRadioButton::indicator {{
    width: 14px; height: 14px; border: 1px solid {edge}; border-radius: 8px; background: {field};
}}
QRadioButton::indicator:checked {{ width: 8px; height: 8px; border: 4px solid {pearl}; }}
QCalendarWidget QWidget {{ background: {field}; alternate-background-color: {ground}; }}
QCalendarWidget QAbstractItemView:enabled {{ color: {ink}; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {muted}; }}
QMenu {{ background: {field}; border: 1px solid {edge}; padding: 4px; }}
QMenu::item {{ padding: 5px 18px; border-radius: 4px; }}
QMenu::item:disabled {{ color: {ink2}; font-size: {small}px; }}
QMenu::item:selected {{ background: {pearl}; color: {pearl_ink}; }}
QToolTip {{ background: {field}; color: {ink}; border: 1px solid {edge}; padding: 6px; }}
*[letters="HK"] {{ font-family: {hk}; }}
*[letters="SC"] {{ font-family: {sc}; }}
*[letters="latin"] {{ font-family: {latin}; }}
QFrame#row {{ border: 0; }}
QFrame#line {{ background: {rule}; max-height: 1px; border: 0; }}
QTableView {{ gridline-color: {edge}; }}
QHeaderView {{ background: {ground}; border: 0; }}
QTableCornerButton::section {{ background: {ground}; border: 0; }}
QHeaderView::section {{
    background: {ground}; color: {ink2}; border: 0; padding: 4px 6px; font-size: {small}px;
}}
"""

BARS = """
QScrollBar:vertical {{ background: transparent; width: 9px; }}
QScrollBar::handle:vertical {{ background: {edge}; border-radius: 4px; min-height: 40px; }}
QScrollBar:horizontal {{ background: transparent; height: 9px; }}
QScrollBar::handle:horizontal {{ background: {edge}; border-radius: 4px; min-width: 40px; }}
QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal {{ width: 0; }}
QScrollBar::add-page:horizontal, QScrollBar::sub-page:horizontal {{ background: transparent; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
"""
