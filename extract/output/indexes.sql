CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_name ON articles (name);
CREATE INDEX entities_article ON entities (article);
CREATE INDEX entities_name ON entities (name, type);
CREATE INDEX mentions_article ON mentions (article);
CREATE INDEX mentions_entity ON mentions (entity);
CREATE INDEX roles_article ON roles (article);
CREATE INDEX roles_entity ON roles (entity);
CREATE INDEX money_article ON money (article);
CREATE INDEX money_amount ON money (currency, amount);
CREATE INDEX conversions_money ON conversions (money);
CREATE INDEX dates_article ON dates (article);
CREATE INDEX dates_days ON dates (first_day, last_day);
CREATE INDEX quantities_article ON quantities (article);
CREATE INDEX quantities_amount ON quantities (unit, amount);
CREATE INDEX quotes_article ON quotes (article);
CREATE INDEX quotes_entity ON quotes (entity);
CREATE INDEX quotes_speaker ON quotes (speaker);
CREATE INDEX claims_article ON claims (article);
CREATE INDEX claims_quote ON claims (quote);
CREATE INDEX claims_speaker ON claims (speaker);
CREATE INDEX claims_key ON claims (key);
CREATE INDEX claim_refers_entity ON claim_refers (entity);
CREATE INDEX claim_money_money ON claim_money (money);
CREATE INDEX claim_quantities_quantity ON claim_quantities (quantity);
CREATE INDEX claim_dates_date ON claim_dates (date);
CREATE INDEX claim_entities_entity ON claim_entities (entity);

INSERT INTO names (type, name, country, variants, articles, mentions)
  SELECT e.type, e.name, max(e.country),
    (SELECT group_concat(text, '; ') FROM (
      SELECT m.text FROM entities v JOIN mentions m ON m.entity = v.id
      WHERE v.name = e.name AND v.type = e.type GROUP BY m.text ORDER BY count(*) DESC, m.text)),
    count(DISTINCT e.article),
    (SELECT count(*) FROM entities v JOIN mentions m ON m.entity = v.id WHERE v.name = e.name AND v.type = e.type)
  FROM entities e GROUP BY e.type, e.name ORDER BY e.type, e.name;
INSERT INTO name_articles
  SELECT DISTINCT n.id, e.article FROM names n JOIN entities e ON e.name = n.name AND e.type = n.type;
INSERT INTO speakers (name, type, articles, quotes, direct, denials)
  SELECT q.speaker, e.type, count(DISTINCT q.article), count(*), sum(q.kind <> 'indirect'), sum(q.stance = 'denies')
  FROM quotes q LEFT JOIN entities e ON e.id = q.entity
  WHERE q.speaker IS NOT NULL GROUP BY q.speaker, e.type ORDER BY q.speaker, e.type;
CREATE INDEX names_name ON names (name);
CREATE INDEX name_articles_article ON name_articles (article);
CREATE INDEX speakers_quotes ON speakers (quotes);
